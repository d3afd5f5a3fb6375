using System.Runtime.CompilerServices;

namespace KaigoDsl.Cli.Tests.Infrastructure;

/// <summary>Where the cases are, and a folder for what a test writes.</summary>
internal static class Cases
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "cases", "cli"));

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    public static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("kaigo-cli-");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? ".";
}
