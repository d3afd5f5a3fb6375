using System.Diagnostics;
using System.Text;

namespace KaigoDsl.Cli.Tests.Infrastructure;

/// <summary>A git repository of a test in a folder of its own, with a user and no influence from outside.</summary>
internal sealed class LocalRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kaigo-git-");

    public LocalRepository()
    {
        Git("init", "--quiet", "--initial-branch=main");
        Git("config", "user.email", "test@example.invalid");
        Git("config", "user.name", "test");
        Git("config", "commit.gpgsign", "false");
        Git("config", "core.quotepath", "false");
    }

    public string Root => _folder.FullName;

    /// <summary>The tool as a process of its own.</summary>
    public static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "kaigo.dll");

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Root);
        File.WriteAllText(file, text, new UTF8Encoding(false));
    }

    public string Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
        return Git("rev-parse", "HEAD").Output.Trim();
    }

    public CliRun Git(params string[] arguments)
    {
        var run = Run("git", arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    public CliRun Kaigo(params string[] arguments) => Run("dotnet", [Tool, .. arguments]);

    public CliRun Run(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["LC_ALL"] = "ja_JP.UTF-8";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, error.Result);
    }

    public void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            // git's own files are read-only.
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }
}
