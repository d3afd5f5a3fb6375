using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>激変緩和: last year’s amount and the share it keeps.</summary>
public sealed class TransitionClauseSyntax : MemberSyntax
{
    internal TransitionClauseSyntax(
        SyntaxToken keyword,
        ExpressionSyntax previous,
        SyntaxToken? comma,
        ExpressionSyntax share,
        SyntaxToken? normalised,
        ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.TransitionClause, new ChildListBuilder().Add(keyword).Add(previous).AddOptional(comma).Add(share).AddOptional(normalised).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Previous = previous;
        Comma = comma;
        Share = share;
        Normalised = normalised;
        Notes = notes;
    }

    /// <summary>激変緩和.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Last year’s amount.</summary>
    public ExpressionSyntax Previous { get; }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>Its share.</summary>
    public ExpressionSyntax Share { get; }

    /// <summary>総額に合わせる.</summary>
    public SyntaxToken? Normalised { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
