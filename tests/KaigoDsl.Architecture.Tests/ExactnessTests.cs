using System.Text.RegularExpressions;

namespace KaigoDsl.Architecture.Tests;

/// <summary>No binary floating point and no decimal type decides a point, a rank or a yen: the exact core does not name them.</summary>
public partial class ExactnessTests
{
    public static TheoryData<string> ExactCore { get; } =
        new("src/KaigoDsl.Compiler", "src/KaigoDsl.Runtime", "src/KaigoDsl.Engine", "src/KaigoDsl.Data", "src/KaigoDsl.Synthesis", "generators/KaigoDsl.Generators");

    /// <summary>
    /// Keys that narrow a cut-off down to a few rows, which exact comparison then decides: rounded, but never against the exact order. What
    /// the file says about its bounds is the proof; nothing else may be added here without one.
    /// </summary>
    private static readonly string[] s_filters = ["ApproximateKeys.cs"];

    [Theory]
    [MemberData(nameof(ExactCore))]
    public void The_exact_core_names_no_inexact_number(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        {
            if (s_filters.Contains(Path.GetFileName(file)))
            {
                continue;
            }

            var code = LineComment().Replace(File.ReadAllText(file), string.Empty);
            code = StringLiteral().Replace(code, "\"\"");
            var match = InexactType().Match(code);
            Assert.False(match.Success, $"{Path.GetRelativePath(Repository.Root, file)} names `{match.Value}`");
        }
    }

    [GeneratedRegex(@"//.*")]
    private static partial Regex LineComment();

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"\b(double|float|decimal|Math\.Round|Math\.Sqrt)\b")]
    private static partial Regex InexactType();
}
