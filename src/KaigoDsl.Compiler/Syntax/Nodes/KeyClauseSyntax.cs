namespace KaigoDsl.Compiler.Syntax;

/// <summary>鍵 or 名称: which column identifies or names an entity.</summary>
public sealed class KeyClauseSyntax : MemberSyntax
{
    internal KeyClauseSyntax(SyntaxToken keyword, LabelSyntax label)
        : base(SyntaxKind.KeyClause, new ChildListBuilder().Add(keyword).Add(label).ToChildren())
    {
        Keyword = keyword;
        Label = label;
    }

    /// <summary>鍵 or 名称.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The column's header.</summary>
    public LabelSyntax Label { get; }
}
