namespace KaigoDsl.Compiler.Syntax;

/// <summary>上位7割 or 下位30%.</summary>
public sealed class TierConditionPartSyntax : HeaderPartSyntax
{
    internal TierConditionPartSyntax(SyntaxToken side, SyntaxToken share)
        : base(SyntaxKind.TierConditionPart, new ChildListBuilder().Add(side).Add(share).ToChildren())
    {
        Side = side;
        Share = share;
    }

    /// <summary>上位 or 下位.</summary>
    public SyntaxToken Side { get; }

    /// <summary>The share, a number.</summary>
    public SyntaxToken Share { get; }
}
