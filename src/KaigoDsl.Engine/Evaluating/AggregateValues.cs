using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The values of a 管内 aggregate over all rows of the member table, and the aggregates of some of them.</summary>
internal sealed class AggregateValues
{
    private readonly Rational[]? _quantities;
    private readonly Truth[]? _truths;

    private AggregateValues(Rational[]? quantities, Truth[]? truths)
    {
        _quantities = quantities;
        _truths = truths;
    }

    public static AggregateValues Create(ExpressionPlan value, Evaluation member)
    {
        var evaluator = new ExpressionEvaluator(member.State);
        return value.Type == ExpressionType.Truth
            ? new AggregateValues(null, evaluator.Truths(value).ToArray(member.Table.Count))
            : new AggregateValues(evaluator.Quantities(value).ToArray(member.Table.Count), null);
    }

    public Rational Compute(AggregateFunction function, IReadOnlyList<int> rows) =>
        _truths is not null ? OfTruths(_truths, function, rows) : OfQuantities(_quantities ?? [], function, rows);

    private static Rational OfTruths(Truth[] values, AggregateFunction function, IReadOnlyList<int> rows)
    {
        var (met, known) = (0, 0);
        foreach (var row in rows)
        {
            met += values[row] == Truth.True ? 1 : 0;
            known += values[row] == Truth.Unknown ? 0 : 1;
        }

        return function switch
        {
            AggregateFunction.Count => met,
            AggregateFunction.Share => Rational.Create(met, known),
            _ => throw new InvalidOperationException($"{function} is not defined for truth values."),
        };
    }

    private static Rational OfQuantities(Rational[] values, AggregateFunction function, IReadOnlyList<int> rows)
    {
        var selected = new Rational[rows.Count];
        for (var i = 0; i < selected.Length; i++)
        {
            selected[i] = values[rows[i]];
        }

        var summary = Runtime.Statistics.Of(selected);
        return function switch
        {
            AggregateFunction.Sum => summary.Sum,
            AggregateFunction.Mean => summary.Mean,
            AggregateFunction.Median => summary.Median,
            AggregateFunction.Maximum => summary.Maximum,
            AggregateFunction.Minimum => summary.Minimum,
            AggregateFunction.Count => summary.Count,
            _ => throw new InvalidOperationException($"{function} is not defined for quantities."),
        };
    }
}
