using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Text that no rule could use, kept so that the tree is the whole text.</summary>
public sealed class SkippedMemberSyntax : MemberSyntax
{
    internal SkippedMemberSyntax(ImmutableArray<SyntaxElement> skipped)
        : base(SyntaxKind.SkippedTokens, new ChildListBuilder().AddRange(skipped).ToChildren())
    {
        Skipped = skipped;
    }

    /// <summary>Tokens passed over.</summary>
    public ImmutableArray<SyntaxElement> Skipped { get; }
}
