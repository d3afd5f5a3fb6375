using System.Text;
using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

/// <summary>
/// Sessions at a terminal as files: the command lines, what they print (the error stream behind <c>! </c>) and how they end. A new case is a
/// file with its <c>$ kaigo …</c> lines; KAIGO_UPDATE_GOLDENS=1 fills in and rewrites the rest, for a person to read.
/// </summary>
public class TranscriptTests
{
    private const string Prompt = "$ kaigo";

    public static TheoryData<string> Files() => new(Directory.EnumerateFiles(Cases.Root, "*.txt")
        .Select(path => Path.GetFileName(path) ?? string.Empty)
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_session_prints_what_a_person_has_reviewed(string file)
    {
        var path = Cases.Of(file);
        var expected = File.ReadAllText(path);
        var actual = Replay(expected.Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        Assert.Equal(expected, actual);
    }

    private static string Replay(IEnumerable<string> commands)
    {
        var folder = Cases.NewFolder();
        try
        {
            var text = new StringBuilder();
            foreach (var command in commands)
            {
                var arguments = command[Prompt.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(argument => argument.Replace("{cases}", Cases.Root, StringComparison.Ordinal).Replace("{out}", folder.FullName, StringComparison.Ordinal));
                var run = CliRun.Of([.. arguments]);
                text.Append(command).Append('\n');
                text.Append(run.Output);
                foreach (var line in run.Error.Split('\n').SkipLast(1))
                {
                    text.Append(line.Length == 0 ? "!" : "! ").Append(line).Append('\n');
                }

                text.Append("exit ").Append(run.ExitCode).Append("\n\n");
            }

            return text.ToString().Replace(Cases.Root, "{cases}", StringComparison.Ordinal).Replace(folder.FullName, "{out}", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
