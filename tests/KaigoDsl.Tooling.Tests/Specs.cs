using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Tests;

/// <summary>The repository's specs and small ones of a test, compiled.</summary>
internal static class Specs
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static readonly Dictionary<string, ProgramPlan> s_years = [];

    /// <summary>The files of one of the specs' folders: r6, r7, r8.</summary>
    public static ImmutableArray<(string Path, string Text)> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "specs", folder), "*.kaigo")
            .Order(StringComparer.Ordinal)
            .Select(path => ($"specs/{folder}/{Path.GetFileName(path)}", File.ReadAllText(path))),
    ];

    /// <summary>The program of one of the specs' folders.</summary>
    public static ProgramPlan Of(string folder)
    {
        lock (s_years)
        {
            if (!s_years.TryGetValue(folder, out var plan))
            {
                s_years.Add(folder, plan = Compile(Files(folder)));
            }

            return plan;
        }
    }

    /// <summary>The municipal framework of a year alone, without figures, tests, rules and allocations.</summary>
    public static ProgramPlan Municipal(string folder) => Compile(Files(folder).Where(static file =>
        Path.GetFileName(file.Path) is "entities.kaigo" or "municipality.kaigo"));

    /// <summary>The program of one file.</summary>
    public static ProgramPlan Compile(string text) => Compile([("spec.kaigo", text)]);

    /// <summary>The program of some files, which must be sound.</summary>
    public static ProgramPlan Compile(IEnumerable<(string Path, string Text)> files)
    {
        var compilation = Compilation.Create([.. files.Select(file => SyntaxTree.Parse(SourceText.From(file.Text, file.Path)))]);
        Assert.True(compilation.Plan is not null, string.Join("\n", compilation.Diagnostics));
        return compilation.Plan!;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? ".";
}
