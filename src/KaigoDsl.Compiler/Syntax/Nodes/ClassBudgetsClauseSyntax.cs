using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>規模別予算: what the budgets of the classes are in proportion to.</summary>
public sealed class ClassBudgetsClauseSyntax : MemberSyntax
{
    internal ClassBudgetsClauseSyntax(
        SyntaxToken keyword,
        ExpressionSyntax measure,
        SyntaxToken proportionalTo,
        ImmutableArray<NotePartSyntax> notes)
        : base(SyntaxKind.ClassBudgetsClause, new ChildListBuilder().Add(keyword).Add(measure).Add(proportionalTo).AddRange(notes).ToChildren())
    {
        Keyword = keyword;
        Measure = measure;
        ProportionalTo = proportionalTo;
        Notes = notes;
    }

    /// <summary>規模別予算.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>What is added up over each class.</summary>
    public ExpressionSyntax Measure { get; }

    /// <summary>に比例.</summary>
    public SyntaxToken ProportionalTo { get; }

    /// <summary>仮定 and 出典 behind it.</summary>
    public ImmutableArray<NotePartSyntax> Notes { get; }
}
