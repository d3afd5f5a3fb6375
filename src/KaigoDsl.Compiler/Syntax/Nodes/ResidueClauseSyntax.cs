using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>残余: what becomes of what is left.</summary>
public sealed class ResidueClauseSyntax : MemberSyntax
{
    internal ResidueClauseSyntax(
        SyntaxToken keyword,
        SyntaxToken fate,
        ExpressionSyntax? key,
        SyntaxToken? direction,
        ImmutableArray<SyntaxElement> recipients,
        PathSyntax? target,
        ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.ResidueClause, new ChildListBuilder().Add(keyword).Add(fate).AddOptional(key).AddOptional(direction).AddRange(recipients).AddOptional(target).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Fate = fate;
        Key = key;
        Direction = direction;
        Recipients = recipients;
        Target = target;
        Notes = notes;
    }

    /// <summary>残余.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>報告, 最大剰余, 翌回へ繰越, 特定の団体へ, 配分へ or 枠へ.</summary>
    public SyntaxToken Fate { get; }

    /// <summary>For 最大剰余: what decides between equal remainders.</summary>
    public ExpressionSyntax? Key { get; }

    /// <summary>Which end of it comes first.</summary>
    public SyntaxToken? Direction { get; }

    /// <summary>For 特定の団体へ: strings and commas.</summary>
    public ImmutableArray<SyntaxElement> Recipients { get; }

    /// <summary>For 配分へ and 枠へ.</summary>
    public PathSyntax? Target { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
