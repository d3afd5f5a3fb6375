using System.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo decide --entity</c> says: each clause tested with the values it saw, which one decided, and on what assumptions.</summary>
internal sealed class DecisionText(DecidedRules decided, int row, CliContext context)
{
    private readonly StringBuilder _text = new();
    private readonly Texts _texts = context.Texts;

    public string Render(IEnumerable<DecisionExplanation> explanations)
    {
        _text.Append(EntityFinder.Describe(decided.Evaluation.Table, row)).Append("  ").Append(decided.Name).Append("  ")
            .Append(_texts.DataLine(decided.Source.Description)).Append('\n');
        foreach (var explanation in explanations)
        {
            Write(explanation);
        }

        return _text.ToString();
    }

    private void Write(DecisionExplanation explanation)
    {
        var reason = explanation.Deciding is { } clause ? DecideText.Name(clause) : _texts.CannotDecide;
        _text.Append('\n').Append(DecideText.Title(explanation.Decision)).Append(": ").Append(_texts.Outcome(explanation.Met));
        _text.Append(reason.Length == 0 ? "\n" : $"  {reason}\n");
        foreach (var tested in explanation.Clauses)
        {
            Line(1, $"{_texts.Outcome(Kleene.From(tested.Clause.Met))} {DecideText.Name(tested.Clause)}  → {_texts.ClauseOutcomeOf(tested.Outcome)}");
            if (tested.Outcome == ClauseOutcome.NotReached || tested.Clause.Condition is null)
            {
                continue;
            }

            Line(3, _texts.Condition(Localize(tested.Condition)));
            if (!tested.Inputs.IsEmpty)
            {
                Line(3, _texts.Inputs(string.Join(_texts.Separator, tested.Inputs.Select(input =>
                    $"{input.Name} = {(input.Text.Length == 0 ? _texts.Missing : input.Value.IsMissing ? input.Text : ValueText.Of(input.Value, _texts) + input.Unit)}"))));
            }
        }

        foreach (var value in explanation.Values)
        {
            var shown = value.Formula.Expression.Type == Compiler.Lowering.ExpressionType.Quantity
                ? ValueText.Of(value.Quantity, _texts) + (value.Quantity.IsMissing ? string.Empty : value.Formula.Unit)
                : value.Text.Length == 0 ? _texts.Missing : value.Text;
            Line(1, _texts.NamedValue(value.Formula.Label, shown, value.Formula.Text));
        }

        if (explanation.Decision.Source is { } source)
        {
            Line(1, _texts.Source(source));
        }

        foreach (var assumption in explanation.Assumptions)
        {
            Line(1, _texts.Assumption(assumption));
        }
    }

    private string Localize(Compiler.Diagnostics.LocalizedText text) => context.IsJapanese ? text.Japanese : text.English;

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}
