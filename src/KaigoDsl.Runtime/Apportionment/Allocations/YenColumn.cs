using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Amounts in whole 円, one a row.</summary>
public sealed class YenColumn
{
    private readonly ReadOnlyMemory<long> _values;

    internal YenColumn(ReadOnlyMemory<long> values) => _values = values;

    /// <summary>Number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>The amounts by row, in 円.</summary>
    public ReadOnlySpan<long> Values => _values.Span;

    /// <summary>The amount of a row, in 円.</summary>
    public long this[int row] => _values.Span[row];

    /// <summary>Takes amounts that are whole, as the rounding of an allocation leaves them.</summary>
    /// <exception cref="ArgumentException">An amount is no whole number of 64 bits.</exception>
    public static YenColumn FromAmounts(ImmutableArray<Rational> amounts)
    {
        var values = new long[amounts.Length];
        for (var row = 0; row < values.Length; row++)
        {
            if (!amounts[row].TryGetInt64(out values[row], out var denominator) || denominator != 1)
            {
                throw new ArgumentException($"`{amounts[row]}` is no amount of whole yen.", nameof(amounts));
            }
        }

        return new YenColumn(values);
    }
}
