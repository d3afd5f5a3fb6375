namespace KaigoDsl.Compiler.Syntax;

/// <summary>対象 X: the key of another entity.</summary>
public sealed class ReferenceTypeSyntax : TypeSyntax
{
    internal ReferenceTypeSyntax(SyntaxToken keyword, LabelSyntax entity)
        : base(SyntaxKind.ReferenceType, new ChildListBuilder().Add(keyword).Add(entity).ToChildren())
    {
        Keyword = keyword;
        Entity = entity;
    }

    /// <summary>対象.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Which.</summary>
    public LabelSyntax Entity { get; }
}
