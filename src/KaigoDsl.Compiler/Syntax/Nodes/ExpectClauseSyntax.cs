namespace KaigoDsl.Compiler.Syntax;

/// <summary>期待: a condition that must hold.</summary>
public sealed class ExpectClauseSyntax : MemberSyntax
{
    internal ExpectClauseSyntax(SyntaxToken keyword, ExpressionSyntax condition)
        : base(SyntaxKind.ExpectClause, new ChildListBuilder().Add(keyword).Add(condition).ToChildren())
    {
        Keyword = keyword;
        Condition = condition;
    }

    /// <summary>期待.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The condition.</summary>
    public ExpressionSyntax Condition { get; }
}
