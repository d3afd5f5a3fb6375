using System.Text.RegularExpressions;

namespace KaigoDsl.Architecture.Tests;

/// <summary>Inside the compiler data flows one way: a folder never uses one to its right.</summary>
public partial class CompilerFolderTests
{
    private static readonly string[] LeftToRight =
        ["Text", "Diagnostics", "Syntax", "Symbols", "Binding", "Checking", "Lowering", "Emit"];

    // Plan enumerations (RankDirection, NodeKind, …) are vocabulary shared with symbols, so Lowering's records may be named from the left;
    // its passes may not, which the second test asserts.
    private static readonly string[] PassesOfLowering = ["Lowerer", "FrameworkLowerer", "ExpressionLowerer", "StepScheduler", "FrameworkLayout", "LayoutSet"];

    public static TheoryData<string> Folders { get; } = new(LeftToRight);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_does_not_use_one_to_its_right(string folder)
    {
        var position = Array.IndexOf(LeftToRight, folder);
        var right = LeftToRight.Skip(position + 1).Where(f => f != "Lowering").ToArray();
        foreach (var file in Files(folder))
        {
            var used = NamespaceUse().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct();
            Assert.True(!used.Intersect(right).Any(), $"{Path.GetFileName(file)} in {folder} uses {string.Join(", ", used.Intersect(right))}");
        }
    }

    [Fact]
    public void Only_lowering_and_the_compilation_run_its_passes()
    {
        foreach (var folder in LeftToRight.Where(f => f != "Lowering"))
        {
            foreach (var file in Files(folder))
            {
                var words = Word().Matches(File.ReadAllText(file)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
                Assert.True(!PassesOfLowering.Any(words.Contains), $"{Path.GetFileName(file)} in {folder} names a pass of Lowering");
            }
        }
    }

    [Fact]
    public void Every_folder_of_the_compiler_has_a_place_in_the_order()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "KaigoDsl.Compiler"))
            .Select(Path.GetFileName)
            .Where(f => f is not ("bin" or "obj" or "Polyfills"));

        Assert.Empty(folders.Except(LeftToRight));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "KaigoDsl.Compiler", folder), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"using (?:static )?KaigoDsl\.Compiler\.(\w+)")]
    private static partial Regex NamespaceUse();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
