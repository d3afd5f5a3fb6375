namespace KaigoDsl.Compiler.Syntax;

/// <summary>A 指標群 at top level: scored once, counted wherever it is referred to.</summary>
public sealed class SharedGroupDeclarationSyntax : DeclarationSyntax
{
    internal SharedGroupDeclarationSyntax(NodeDeclarationSyntax node)
        : base(SyntaxKind.NodeDeclaration, [node])
    {
        Node = node;
    }

    /// <summary>The group.</summary>
    public NodeDeclarationSyntax Node { get; }
}
