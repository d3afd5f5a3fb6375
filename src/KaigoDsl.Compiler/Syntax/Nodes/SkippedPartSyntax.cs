using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Text in a header that no rule could use.</summary>
public sealed class SkippedPartSyntax : HeaderPartSyntax
{
    internal SkippedPartSyntax(ImmutableArray<SyntaxElement> skipped)
        : base(SyntaxKind.SkippedTokens, new ChildListBuilder().AddRange(skipped).ToChildren())
    {
        Skipped = skipped;
    }

    /// <summary>Tokens passed over.</summary>
    public ImmutableArray<SyntaxElement> Skipped { get; }
}
