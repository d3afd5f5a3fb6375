namespace KaigoDsl.Cli;

/// <summary>What the process returns; scripts rely on these.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Problems found in specs or data, a failed test, a published figure that is not reproduced.</summary>
    public const int Problems = 1;

    public const int WrongUsage = 2;

    public const int InternalError = 3;
}
