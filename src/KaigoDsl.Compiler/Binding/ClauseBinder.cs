using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>The clauses (該当, 非該当) of one decision.</summary>
internal sealed class ClauseBinder(Reporter reporter, DecisionSymbol decision)
{
    private readonly List<(ClauseSymbol Clause, ExpressionSyntax? Condition)> _clauses = [];

    /// <summary>Declares a clause by its label, before any condition is bound.</summary>
    public void Declare(DecisionClauseSyntax syntax, SourceText source)
    {
        var label = syntax.Label is { IsMissing: false } written ? LabelText.Of(written) : string.Empty;
        var location = (syntax.Label as SyntaxElement ?? syntax.Keyword).At(source);
        var clause = new ClauseSymbol(label, location, syntax.Keyword.Kind == SyntaxKind.MetKeyword);
        HeaderParts.ReadNotes(clause, syntax.Parts);
        if (label.Length > 0 && decision.Clauses.Find(c => c.Label == label) is { } twin)
        {
            reporter.Report(Descriptors.DuplicateLabel, location, [Reporter.DeclaredHere(twin)], null, label, decision.Label);
        }

        var condition = syntax.Parts.OfType<ExpressionConditionPartSyntax>().FirstOrDefault()?.Condition;
        clause.Text = condition is null ? string.Empty : CanonicalText.Of(condition);
        decision.Clauses.Add(clause);
        _clauses.Add((clause, condition));
    }

    /// <summary>Reports a missing end and whatever stands behind one.</summary>
    public void CheckOrder(DecisionDeclarationSyntax syntax)
    {
        var end = _clauses.FindIndex(c => c.Condition is null);
        if (end < 0)
        {
            // Text the parser could not read may have been the end.
            if (!syntax.Members.Any(m => m is SkippedMemberSyntax) && !syntax.CloseBrace.IsMissing)
            {
                reporter.Report(Descriptors.DecisionNotTotal, decision.Location, decision.Label);
            }

            return;
        }

        foreach (var (clause, _) in _clauses.Skip(end + 1))
        {
            reporter.Report(
                Descriptors.UnreachableClause, clause.Location,
                [new RelatedLocation(_clauses[end].Clause.Location, new LocalizedText("条件のない区分", "the clause without a condition"))], null);
        }
    }

    public void Bind(ExpressionBinder expressions)
    {
        foreach (var (clause, condition) in _clauses)
        {
            clause.Condition = condition is null ? null : expressions.BindTruth(condition);
        }
    }
}
