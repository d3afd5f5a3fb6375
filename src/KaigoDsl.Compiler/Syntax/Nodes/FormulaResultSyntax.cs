namespace KaigoDsl.Compiler.Syntax;

/// <summary>The value of a formula that has a body: <c>= a + b</c>.</summary>
public sealed class FormulaResultSyntax : MemberSyntax
{
    internal FormulaResultSyntax(SyntaxToken equalsToken, ExpressionSyntax value)
        : base(SyntaxKind.FormulaResult, new ChildListBuilder().Add(equalsToken).Add(value).ToChildren())
    {
        EqualsToken = equalsToken;
        Value = value;
    }

    /// <summary>=</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>What it is.</summary>
    public ExpressionSyntax Value { get; }
}
