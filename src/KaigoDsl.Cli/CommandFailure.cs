namespace KaigoDsl.Cli;

/// <summary>Why a command stops early, ready to be shown.</summary>
/// <param name="ExitCode">See <see cref="Cli.ExitCode"/>.</param>
/// <param name="Text">One or more lines in the reader's language.</param>
internal sealed record CommandFailure(int ExitCode, string Text)
{
    public static CommandFailure Usage(string text) => new(Cli.ExitCode.WrongUsage, text);

    public static CommandFailure Problems(string text) => new(Cli.ExitCode.Problems, text);
}
