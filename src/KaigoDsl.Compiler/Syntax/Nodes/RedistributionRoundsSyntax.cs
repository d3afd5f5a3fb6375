namespace KaigoDsl.Compiler.Syntax;

/// <summary>How often: <c>1回</c>, 収束まで.</summary>
public sealed class RedistributionRoundsSyntax : RedistributionOptionSyntax
{
    internal RedistributionRoundsSyntax(SyntaxToken? comma, SyntaxToken rounds)
        : base(SyntaxKind.RedistributionRounds, new ChildListBuilder().AddOptional(comma).Add(rounds).ToChildren())
    {
        Comma = comma;
        Rounds = rounds;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>A number or 収束まで.</summary>
    public SyntaxToken Rounds { get; }
}
