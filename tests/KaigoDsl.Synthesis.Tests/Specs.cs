using System.Runtime.CompilerServices;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Synthesis.Tests;

internal static class Specs
{
    /// <summary>The R7 municipal framework with everything published about it.</summary>
    public static ProgramPlan R7 { get; } = Compile(Directory.EnumerateFiles(Folder("r7"), "*.kaigo")
        .Order(StringComparer.Ordinal)
        .Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    public static string Folder(string year, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? ".", "..", "..", "specs", year));

    public static ProgramPlan Compile(string text) => Compile([("試.kaigo", text)]);

    private static ProgramPlan Compile(IEnumerable<(string Path, string Text)> files)
    {
        var compilation = Compilation.Create([.. files.Select(f => SyntaxTree.Parse(SourceText.From(f.Text, f.Path)))]);
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        return compilation.Plan ?? throw new InvalidOperationException("No plan without errors.");
    }
}
