using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli;

/// <summary>Where a command writes and in which language.</summary>
internal sealed class CliContext(TextWriter output, TextWriter error, CliEnvironment environment, MessageLanguage language)
{
    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public CliEnvironment Environment { get; } = environment;

    public MessageLanguage Language { get; } = language;

    public bool IsJapanese => Language == MessageLanguage.Japanese;

    public Texts Texts { get; } = new(language);

    public ProgressLine Progress { get; } = new(error, environment.ShowProgress);

    /// <summary>Says why the command stops.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(CommandFailure failure)
    {
        Progress.Clear();
        Error.Write(failure.Text.EndsWith('\n') ? failure.Text : failure.Text + "\n");
        return failure.ExitCode;
    }
}
