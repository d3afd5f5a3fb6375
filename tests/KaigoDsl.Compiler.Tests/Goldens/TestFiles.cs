using System.Collections.Immutable;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Tests.Goldens;

/// <summary>Finds the cases and specifications of the repository.</summary>
internal static class TestFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Cases without errors.</summary>
    public static string Good { get; } = Path.Combine(Root, "tests", "cases", "good");

    /// <summary>Cases whose form is right, whatever they mean.</summary>
    public static string Syntax { get; } = Path.Combine(Root, "tests", "cases", "syntax");

    /// <summary>Cases with diagnostics.</summary>
    public static string Bad { get; } = Path.Combine(Root, "tests", "cases", "bad");

    public static string Specs { get; } = Path.Combine(Root, "specs");

    /// <summary>Every <c>.kaigo</c> file of cases and specifications, relative to the root, in ordinal order.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. new[] { Path.Combine(Root, "tests", "cases"), Specs }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.kaigo", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The cases of a folder: a file is one compilation, a folder is one of several files.</summary>
    public static IEnumerable<string> CasesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.kaigo").Concat(Directory.EnumerateDirectories(folder))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    public static ImmutableArray<SyntaxTree> ParseCase(string folder, string name)
    {
        var directory = Path.Combine(folder, name);
        var files = Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*.kaigo", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(directory + ".kaigo", 1);
        var origin = Directory.Exists(directory) ? directory : folder;
        return
        [
            .. files.Select(path => SyntaxTree.Parse(
                SourceText.From(File.ReadAllText(path), Path.GetRelativePath(origin, path).Replace('\\', '/')))),
        ];
    }

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "KaigoDsl.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return directory;
    }
}
