using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// The syntax tree of one file: depends on that file's text only. Parsing never throws and never fails; text → tree → text is the identity.
/// </summary>
public sealed class SyntaxTree
{
    private FileNames? _names;

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

    /// <summary>What it declares and says; found when first asked for.</summary>
    internal FileNames Names => _names ??= FileNames.Of(Root);

    /// <summary>
    /// Whether another tree differs from this one in blanks and plain comments alone: the same nodes and tokens on the same lines with the same
    /// <c>///</c> comments, and nothing wrong with the form of either. Both have the same plan.
    /// </summary>
    public bool IsEquivalentTo(SyntaxTree other) => SyntaxEquivalence.AreEquivalent(this, other);

    /// <summary>Parses a text.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var root = Parser.Parse(source, diagnostics);
        return new SyntaxTree(source, root, diagnostics.ToSortedArray());
    }

    /// <summary>Parses texts, on several threads; the result does not depend on how many.</summary>
    /// <param name="sources">The texts.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may work.</param>
    public static ImmutableArray<SyntaxTree> ParseAll(IReadOnlyList<SourceText> sources, int maxDegreeOfParallelism)
    {
        var trees = new SyntaxTree[sources.Count];
        SharedWork.Do([.. sources.Select(s => s.Length)], maxDegreeOfParallelism, default, i =>
        {
            trees[i] = Parse(sources[i]);
            _ = trees[i].Names;
        });
        return [.. trees];
    }

    /// <summary>Parses a text in memory.</summary>
    public static SyntaxTree Parse(string text, string path = "") => Parse(SourceText.From(text, path));
}
