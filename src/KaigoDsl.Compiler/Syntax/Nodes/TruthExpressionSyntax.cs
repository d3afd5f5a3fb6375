namespace KaigoDsl.Compiler.Syntax;

/// <summary>真 or 偽.</summary>
public sealed class TruthExpressionSyntax : ExpressionSyntax
{
    internal TruthExpressionSyntax(SyntaxToken keyword)
        : base(SyntaxKind.TruthExpression, [keyword])
    {
        Keyword = keyword;
    }

    /// <summary>Which.</summary>
    public SyntaxToken Keyword { get; }
}
