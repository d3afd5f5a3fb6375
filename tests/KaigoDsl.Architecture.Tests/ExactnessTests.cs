using System.Text.RegularExpressions;

namespace KaigoDsl.Architecture.Tests;

/// <summary>No binary floating point and no decimal type decides a point, a rank or a yen: the exact core does not name them.</summary>
public partial class ExactnessTests
{
    public static TheoryData<string> ExactCore { get; } =
        new("src/KaigoDsl.Compiler", "src/KaigoDsl.Runtime", "src/KaigoDsl.Engine", "src/KaigoDsl.Data", "src/KaigoDsl.Synthesis", "generators/KaigoDsl.Generators");

    [Theory]
    [MemberData(nameof(ExactCore))]
    public void The_exact_core_names_no_inexact_number(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        {
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
