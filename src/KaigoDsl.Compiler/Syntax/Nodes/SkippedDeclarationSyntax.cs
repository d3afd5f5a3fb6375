using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Text at top level that no rule could use.</summary>
public sealed class SkippedDeclarationSyntax : DeclarationSyntax
{
    internal SkippedDeclarationSyntax(ImmutableArray<SyntaxElement> skipped)
        : base(SyntaxKind.SkippedTokens, new ChildListBuilder().AddRange(skipped).ToChildren())
    {
        Skipped = skipped;
    }

    /// <summary>Tokens passed over.</summary>
    public ImmutableArray<SyntaxElement> Skipped { get; }
}
