using System.Collections.Immutable;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Specs.Tests;

/// <summary>The repository's own specifications, compiled once for all tests.</summary>
internal static class Specifications
{
    private static readonly Lazy<Compilation> s_all = new(() => Compile("specs"));

    /// <summary>The working copy the tests were built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file below <c>specs</c>, together.</summary>
    public static Compilation All => s_all.Value;

    public static ProgramPlan Program =>
        All.Plan ?? throw new InvalidOperationException(string.Join('\n', All.Diagnostics.Select(d => d.ToString())));

    /// <summary>The municipal framework of a year: <c>R7</c>.</summary>
    public static FrameworkPlan Municipality(string year) => Program.Frameworks.Single(f => f.YearCode == year && f.Entity == "市町村");

    public static int IndexOf(FrameworkPlan framework) => Program.Frameworks.ToImmutableArray().IndexOf(framework);

    public static string Case(string name) => Path.Combine(Root, "tests", "cases", name);

    /// <summary>Every file below a folder of the repository, together and with paths from its root.</summary>
    public static Compilation Compile(string folder) => Compilation.Create(
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.kaigo", SearchOption.AllDirectories)
            .Select(path => SyntaxTree.Parse(SourceText.From(File.ReadAllText(path), Path.GetRelativePath(Root, path).Replace('\\', '/')))),
    ]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KaigoDsl.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("KaigoDsl.sln is not above the test assembly.");
        }

        return folder.FullName;
    }
}
