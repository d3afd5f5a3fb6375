using System.Runtime.CompilerServices;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Synthesis.Tests;

internal static class Specs
{
    private static readonly Lazy<ProgramPlan> AllYears = new(() => Compile(Files("r6").Concat(Files("r7")).Concat(Files("r8"))));

    /// <summary>The R7 municipal framework with everything published about it.</summary>
    public static ProgramPlan R7 { get; } = Compile(Files("r7"));

    /// <summary>R6 to R8: R8 says where its indicators come from, so it needs R7.</summary>
    public static ProgramPlan Years => AllYears.Value;

    /// <summary>The index of a year's municipal framework in <see cref="Years"/>.</summary>
    public static int Municipal(string year) =>
        Enumerable.Range(0, Years.Frameworks.Length).First(f => Years.Frameworks[f].YearCode == year && Years.Frameworks[f].Entity == "市町村");

    public static string Folder(string year, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? ".", "..", "..", "specs", year));

    public static ProgramPlan Compile(string text) => Compile([("試.kaigo", text)]);

    private static IEnumerable<(string Path, string Text)> Files(string year) => Directory.EnumerateFiles(Folder(year), "*.kaigo")
        .Order(StringComparer.Ordinal)
        .Select(path => ($"{year}/{Path.GetFileName(path)}", File.ReadAllText(path)));

    private static ProgramPlan Compile(IEnumerable<(string Path, string Text)> files)
    {
        var compilation = Compilation.Create([.. files.Select(f => SyntaxTree.Parse(SourceText.From(f.Text, f.Path)))]);
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        return compilation.Plan ?? throw new InvalidOperationException("No plan without errors.");
    }
}
