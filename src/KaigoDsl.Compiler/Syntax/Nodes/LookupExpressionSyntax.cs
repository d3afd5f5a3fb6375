using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A step table asked for a value: <c>乗率(合計所得金額)</c>.</summary>
public sealed class LookupExpressionSyntax : ExpressionSyntax
{
    internal LookupExpressionSyntax(
        PathSyntax table,
        SyntaxToken openParen,
        ImmutableArray<SyntaxElement> arguments,
        SyntaxToken closeParen)
        : base(SyntaxKind.LookupExpression, new ChildListBuilder().Add(table).Add(openParen).AddRange(arguments).Add(closeParen).ToChildren())
    {
        Table = table;
        OpenParen = openParen;
        Arguments = arguments;
        CloseParen = closeParen;
    }

    /// <summary>The table.</summary>
    public PathSyntax Table { get; }

    /// <summary>(</summary>
    public SyntaxToken OpenParen { get; }

    /// <summary>What is looked up, with commas.</summary>
    public ImmutableArray<SyntaxElement> Arguments { get; }

    /// <summary>)</summary>
    public SyntaxToken CloseParen { get; }
}
