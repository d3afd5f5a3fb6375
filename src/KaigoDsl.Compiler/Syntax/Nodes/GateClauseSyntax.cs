using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>交付要件: who may be paid.</summary>
public sealed class GateClauseSyntax : MemberSyntax
{
    internal GateClauseSyntax(SyntaxToken keyword, LabelSyntax decision, SyntaxToken effect, ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.GateClause, new ChildListBuilder().Add(keyword).Add(decision).Add(effect).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Decision = decision;
        Effect = effect;
        Notes = notes;
    }

    /// <summary>交付要件.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The 判定.</summary>
    public LabelSyntax Decision { get; }

    /// <summary>分母から除く or 配分残とする.</summary>
    public SyntaxToken Effect { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
