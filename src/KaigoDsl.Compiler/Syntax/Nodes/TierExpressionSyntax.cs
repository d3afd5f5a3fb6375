namespace KaigoDsl.Compiler.Syntax;

/// <summary><c>全国順位 上位3割</c>: whether a standing is within a share; without a name the only 順位 is meant.</summary>
public sealed class TierExpressionSyntax : ExpressionSyntax
{
    internal TierExpressionSyntax(ExpressionSyntax? standing, SyntaxToken side, ExpressionSyntax share)
        : base(SyntaxKind.TierExpression, new ChildListBuilder().AddOptional(standing).Add(side).Add(share).ToChildren())
    {
        Standing = standing;
        Side = side;
        Share = share;
    }

    /// <summary>The 順位.</summary>
    public ExpressionSyntax? Standing { get; }

    /// <summary>上位 or 下位.</summary>
    public SyntaxToken Side { get; }

    /// <summary>The share.</summary>
    public ExpressionSyntax Share { get; }
}
