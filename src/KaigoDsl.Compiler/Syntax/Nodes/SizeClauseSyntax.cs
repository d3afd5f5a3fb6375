using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>規模: classes by a measure, each with a budget of its own.</summary>
public sealed class SizeClauseSyntax : MemberSyntax
{
    internal SizeClauseSyntax(
        SyntaxToken keyword,
        ExpressionSyntax measure,
        ImmutableArray<NotePartSyntax> notes,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.SizeClause, new ChildListBuilder().Add(keyword).Add(measure).AddRange(notes).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Measure = measure;
        Notes = notes;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>規模.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>What is measured.</summary>
    public ExpressionSyntax Measure { get; }

    /// <summary>仮定 and 出典.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>The 区分.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
