using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KaigoDsl.Cli;

/// <summary>
/// Reads files of a revision with the <c>git</c> executable, into memory: no checkout, no file touched. Arguments are passed one by one, never through
/// a shell, and revisions are never taken for options.
/// </summary>
internal sealed class GitRepository(Texts texts)
{
    private const string Executable = "git";

    private bool _missing;

    /// <summary>The commit that a revision names; <see langword="null"/> when there is none, or no repository, or no git.</summary>
    public string? Resolve(string revision) =>
        TryRun(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], null, out var result) && result.ExitCode == 0
            ? Encoding.UTF8.GetString(result.Output).Trim()
            : null;

    /// <summary>The commit where two revisions parted (<c>A...B</c>); <see langword="null"/> when they have nothing in common.</summary>
    public string? MergeBase(string left, string right) =>
        TryRun(["merge-base", "--end-of-options", left, right], null, out var result) && result.ExitCode == 0
            ? Encoding.UTF8.GetString(result.Output).Trim()
            : null;

    /// <summary>Why a revision could not be resolved.</summary>
    public CommandFailure WhyNot(string revision)
    {
        if (_missing)
        {
            return CommandFailure.Problems(texts.GitMissing);
        }

        return TryRun(["rev-parse", "--git-dir"], null, out var result) && result.ExitCode == 0
            ? CommandFailure.Usage(texts.UnknownRevision(revision))
            : CommandFailure.Usage(texts.NotARepository(revision));
    }

    /// <summary>The texts of the files at a commit whose path passes, by path as seen from here.</summary>
    /// <param name="commit">A commit, see <see cref="Resolve"/>.</param>
    /// <param name="paths">Files and folders as seen from here.</param>
    /// <param name="wanted">Whether a path is taken.</param>
    /// <param name="files">Path and bytes.</param>
    /// <param name="failure">What git said when it failed.</param>
    public bool TryRead(
        string commit,
        IReadOnlyList<string> paths,
        Func<string, bool> wanted,
        out List<(string Path, byte[] Content)> files,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        files = [];
        failure = null;
        if (!TryRun(["ls-tree", "-r", "-z", commit, "--", .. paths], null, out var listed) || listed.ExitCode != 0)
        {
            failure = CommandFailure.Problems(texts.GitFailed(listed?.Error ?? string.Empty));
            return false;
        }

        // "100644 blob <id>\t<path>": ordinary files only; a link's content is a path, a submodule's is elsewhere.
        var entries = new List<(string Id, string Path)>();
        foreach (var line in Encoding.UTF8.GetString(listed.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, path) = (line[..line.IndexOf('\t', StringComparison.Ordinal)].Split(' '), line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            if (head[0].StartsWith("100", StringComparison.Ordinal) && wanted(path))
            {
                entries.Add((head[2], path));
            }
        }

        if (entries.Count == 0)
        {
            return true;
        }

        if (!TryRun(["cat-file", "--batch"], string.Concat(entries.Select(static entry => entry.Id + "\n")), out var batch) || batch.ExitCode != 0)
        {
            failure = CommandFailure.Problems(texts.GitFailed(batch?.Error ?? string.Empty));
            return false;
        }

        var position = 0;
        foreach (var (_, path) in entries)
        {
            // "<id> blob <size>\n", the bytes, "\n".
            var end = Array.IndexOf(batch.Output, (byte)'\n', position);
            var head = Encoding.ASCII.GetString(batch.Output, position, end - position).Split(' ');
            var size = int.Parse(head[2], NumberStyles.None, CultureInfo.InvariantCulture);
            files.Add((path, batch.Output[(end + 1)..(end + 1 + size)]));
            position = end + size + 2;
        }

        return true;
    }

    private bool TryRun(string[] arguments, string? input, [NotNullWhen(true)] out GitResult? result)
    {
        result = null;
        var start = new ProcessStartInfo(Executable)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Paths as they are, no question to anybody, and messages that do not depend on the locale.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_LITERAL_PATHSPECS"] = "1";
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
            var error = process.StandardError.ReadToEndAsync();
            var writing = WriteAsync(process, input);
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            writing.Wait();
            result = new GitResult(process.ExitCode, output.ToArray(), error.Result.Trim());
            return true;
        }
        catch (Win32Exception)
        {
            _missing = true;
            return false;
        }
    }

    private static async Task WriteAsync(Process process, string? input)
    {
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code and its error stream say why.
        }
    }

    private sealed record GitResult(int ExitCode, byte[] Output, string Error);
}
