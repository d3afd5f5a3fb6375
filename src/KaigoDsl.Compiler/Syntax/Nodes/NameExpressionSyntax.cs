namespace KaigoDsl.Compiler.Syntax;

/// <summary>A name: an input, an attribute, a constant, an item or a score.</summary>
public sealed class NameExpressionSyntax : ExpressionSyntax
{
    internal NameExpressionSyntax(PathSyntax path)
        : base(SyntaxKind.NameExpression, [path])
    {
        Path = path;
    }

    /// <summary>The name.</summary>
    public PathSyntax Path { get; }
}
