using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>均等: equal shares, one for each condition met.</summary>
public sealed class EqualClauseSyntax : MemberSyntax
{
    internal EqualClauseSyntax(SyntaxToken keyword, ImmutableArray<NotePartSyntax> notes, BodySyntax? body)
        : base(SyntaxKind.EqualClause, new ChildListBuilder().Add(keyword).AddRange(notes).AddOptional(body).ToChildren())
    {
        Keyword = keyword;
        Notes = notes;
        Body = body;
    }

    /// <summary>均等.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>仮定 and 出典.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }

    /// <summary>The conditions; none for one share each.</summary>
    public BodySyntax? Body { get; }
}
