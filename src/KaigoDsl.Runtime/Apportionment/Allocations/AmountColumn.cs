using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Exact amounts in 円, one a row, where no rounding makes them whole.</summary>
public sealed class AmountColumn
{
    private AmountColumn(ImmutableArray<Rational> values) => Values = values;

    /// <summary>Number of rows.</summary>
    public int Count => Values.Length;

    /// <summary>The amounts by row, in 円.</summary>
    public ImmutableArray<Rational> Values { get; }

    /// <summary>The amount of a row, in 円.</summary>
    public Rational this[int row] => Values[row];

    /// <summary>Takes amounts as they are.</summary>
    public static AmountColumn FromAmounts(ImmutableArray<Rational> amounts) => new(amounts);
}
