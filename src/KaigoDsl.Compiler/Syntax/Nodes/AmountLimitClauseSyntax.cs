using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>上限 or 下限.</summary>
public sealed class AmountLimitClauseSyntax : MemberSyntax
{
    internal AmountLimitClauseSyntax(SyntaxToken keyword, ExpressionSyntax amount, ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.AmountLimitClause, new ChildListBuilder().Add(keyword).Add(amount).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Amount = amount;
        Notes = notes;
    }

    /// <summary>上限 or 下限.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Yen.</summary>
    public ExpressionSyntax Amount { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
