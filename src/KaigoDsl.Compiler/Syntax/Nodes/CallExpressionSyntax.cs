using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>最小(a, b), 最大(a, b).</summary>
public sealed class CallExpressionSyntax : ExpressionSyntax
{
    internal CallExpressionSyntax(
        SyntaxToken function,
        SyntaxToken openParen,
        ImmutableArray<SyntaxElement> arguments,
        SyntaxToken closeParen)
        : base(SyntaxKind.CallExpression, new ChildListBuilder().Add(function).Add(openParen).AddRange(arguments).Add(closeParen).ToChildren())
    {
        Function = function;
        OpenParen = openParen;
        Arguments = arguments;
        CloseParen = closeParen;
    }

    /// <summary>最小 or 最大.</summary>
    public SyntaxToken Function { get; }

    /// <summary>(</summary>
    public SyntaxToken OpenParen { get; }

    /// <summary>Expressions and the commas between them.</summary>
    public ImmutableArray<SyntaxElement> Arguments { get; }

    /// <summary>)</summary>
    public SyntaxToken CloseParen { get; }
}
