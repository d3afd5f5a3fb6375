using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>対象: which rows take part in a 枠.</summary>
public sealed class ParticipantsClauseSyntax : MemberSyntax
{
    internal ParticipantsClauseSyntax(SyntaxToken keyword, ExpressionSyntax condition, ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.ParticipantsClause, new ChildListBuilder().Add(keyword).Add(condition).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Condition = condition;
        Notes = notes;
    }

    /// <summary>対象.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The condition.</summary>
    public ExpressionSyntax Condition { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
