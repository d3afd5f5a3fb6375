using System.Diagnostics;
using System.Text;

namespace KaigoDsl.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a person in a terminal would.</summary>
internal static class Commands
{
    public static (int ExitCode, string Output) Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // What the test runner sets for itself must not reach the builds it starts.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    public static string MustSucceed(string folder, params string[] arguments)
    {
        var (code, output) = Dotnet(folder, arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}: {code}\n{output}");
        return output;
    }
}
