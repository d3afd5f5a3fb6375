using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Engine.Tests;

/// <summary>Programs from files of this repository or from text.</summary>
internal static class Specifications
{
    /// <summary>The plan of every file below a folder of <c>specs</c>; any diagnostic fails the test.</summary>
    public static ProgramPlan Compile(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "KaigoDsl.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("KaigoDsl.sln is not above the test assembly.");
        }

        var specs = Path.Combine(root.FullName, "specs", folder);
        return Compile(Directory.GetFiles(specs, "*.kaigo", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(specs, path), File.ReadAllText(path))));
    }

    public static ProgramPlan CompileText(string text) => Compile([("test.kaigo", text)]);

    public static Compilation Create(string text) => Create([("test.kaigo", text)]);

    private static ProgramPlan Compile(IEnumerable<(string Path, string Text)> files)
    {
        var compilation = Create(files);
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return compilation.Plan ?? throw new InvalidOperationException("No plan and no diagnostic.");
    }

    private static Compilation Create(IEnumerable<(string Path, string Text)> files) =>
        Compilation.Create([.. files.Select(file => SyntaxTree.Parse(SourceText.From(file.Text, file.Path)))]);
}
