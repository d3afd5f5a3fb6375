namespace KaigoDsl.Compiler.Syntax;

/// <summary>A number with or without a unit: <c>3件</c>, <c>8_000千円/団体</c>.</summary>
public sealed class NumberExpressionSyntax : ExpressionSyntax
{
    internal NumberExpressionSyntax(SyntaxToken number, SyntaxToken? slash, SyntaxToken? denominator)
        : base(SyntaxKind.NumberExpression, new ChildListBuilder().Add(number).AddOptional(slash).AddOptional(denominator).ToChildren())
    {
        Number = number;
        Slash = slash;
        Denominator = denominator;
    }

    /// <summary>The number with the unit glued to it.</summary>
    public SyntaxToken Number { get; }

    /// <summary>/ glued to the number.</summary>
    public SyntaxToken? Slash { get; }

    /// <summary>The unit glued to the slash.</summary>
    public SyntaxToken? Denominator { get; }
}
