namespace KaigoDsl.Compiler.Syntax;

/// <summary>対象 「小平市」: the one entity published figures are about.</summary>
public sealed class SubjectPartSyntax : HeaderPartSyntax
{
    internal SubjectPartSyntax(SyntaxToken keyword, SyntaxToken text)
        : base(SyntaxKind.SubjectPart, new ChildListBuilder().Add(keyword).Add(text).ToChildren())
    {
        Keyword = keyword;
        Text = text;
    }

    /// <summary>対象.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>A string: the entity's key or name.</summary>
    public SyntaxToken Text { get; }
}
