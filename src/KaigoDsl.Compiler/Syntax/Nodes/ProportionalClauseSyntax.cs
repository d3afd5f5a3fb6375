using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>按分: what a row counts.</summary>
public sealed class ProportionalClauseSyntax : MemberSyntax
{
    internal ProportionalClauseSyntax(SyntaxToken keyword, ExpressionSyntax weight, ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.ProportionalClause, new ChildListBuilder().Add(keyword).Add(weight).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Weight = weight;
        Notes = notes;
    }

    /// <summary>按分.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The weight.</summary>
    public ExpressionSyntax Weight { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
