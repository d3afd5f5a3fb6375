using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>端数: what is rounded, to what unit and which way: <c>千円未満切り捨て</c>, <c>按分率 小数点以下10位 四捨五入</c>.</summary>
public sealed class RoundingClauseSyntax : MemberSyntax
{
    internal RoundingClauseSyntax(
        SyntaxToken keyword,
        SyntaxToken? target,
        SyntaxToken? decimalPlaces,
        SyntaxToken unit,
        SyntaxToken? below,
        SyntaxToken direction,
        ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.RoundingClause, new ChildListBuilder().Add(keyword).AddOptional(target).AddOptional(decimalPlaces).Add(unit).AddOptional(below).Add(direction).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Target = target;
        DecimalPlaces = decimalPlaces;
        Unit = unit;
        Below = below;
        Direction = direction;
        Notes = notes;
    }

    /// <summary>端数.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>What is rounded.</summary>
    public SyntaxToken? Target { get; }

    /// <summary>小数点以下.</summary>
    public SyntaxToken? DecimalPlaces { get; }

    /// <summary>The unit, or behind 小数点以下 the number of places.</summary>
    public SyntaxToken Unit { get; }

    /// <summary>未満.</summary>
    public SyntaxToken? Below { get; }

    /// <summary>切り捨て, 切り上げ or 四捨五入.</summary>
    public SyntaxToken Direction { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
