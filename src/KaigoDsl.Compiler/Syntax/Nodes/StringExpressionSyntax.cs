namespace KaigoDsl.Compiler.Syntax;

/// <summary>A text.</summary>
public sealed class StringExpressionSyntax : ExpressionSyntax
{
    internal StringExpressionSyntax(SyntaxToken text)
        : base(SyntaxKind.StringExpression, [text])
    {
        Text = text;
    }

    /// <summary>A string.</summary>
    public SyntaxToken Text { get; }
}
