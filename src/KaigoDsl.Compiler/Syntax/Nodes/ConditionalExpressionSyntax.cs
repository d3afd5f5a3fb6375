namespace KaigoDsl.Compiler.Syntax;

/// <summary>c ならば a でなければ b; without でなければ, zero.</summary>
public sealed class ConditionalExpressionSyntax : ExpressionSyntax
{
    internal ConditionalExpressionSyntax(
        ExpressionSyntax condition,
        SyntaxToken thenKeyword,
        ExpressionSyntax whenTrue,
        SyntaxToken? otherwiseKeyword,
        ExpressionSyntax? whenFalse)
        : base(SyntaxKind.ConditionalExpression, new ChildListBuilder().Add(condition).Add(thenKeyword).Add(whenTrue).AddOptional(otherwiseKeyword).AddOptional(whenFalse).ToChildren())
    {
        Condition = condition;
        ThenKeyword = thenKeyword;
        WhenTrue = whenTrue;
        OtherwiseKeyword = otherwiseKeyword;
        WhenFalse = whenFalse;
    }

    /// <summary>c.</summary>
    public ExpressionSyntax Condition { get; }

    /// <summary>ならば.</summary>
    public SyntaxToken ThenKeyword { get; }

    /// <summary>a.</summary>
    public ExpressionSyntax WhenTrue { get; }

    /// <summary>でなければ.</summary>
    public SyntaxToken? OtherwiseKeyword { get; }

    /// <summary>b.</summary>
    public ExpressionSyntax? WhenFalse { get; }
}
