using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// The syntax tree of one file: depends on that file's text only. Parsing never throws and never fails; text → tree → text is the identity.
/// </summary>
public sealed class SyntaxTree
{
    private SyntaxTree(SourceText source, CompilationUnitSyntax root, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Root = root;
        Diagnostics = diagnostics;
    }

    /// <summary>The text it was made from.</summary>
    public SourceText Source { get; }

    /// <summary>The whole file.</summary>
    public CompilationUnitSyntax Root { get; }

    /// <summary>What is wrong with its form, in order of place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Parses a text.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var root = Parser.Parse(source, diagnostics);
        return new SyntaxTree(source, root, diagnostics.ToSortedArray());
    }

    /// <summary>Parses a text in memory.</summary>
    public static SyntaxTree Parse(string text, string path = "") => Parse(SourceText.From(text, path));
}
