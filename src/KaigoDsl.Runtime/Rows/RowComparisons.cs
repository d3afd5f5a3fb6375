namespace KaigoDsl.Runtime;

/// <summary>Comparisons and choices between columns.</summary>
internal static class RowComparisons
{
    /// <summary>Compares: less than, at most, or equal.</summary>
    public static TruthRows Compare(QuantityRows left, QuantityRows right, RowComparison comparison)
    {
        var isWhole = RowArithmetic.TryAlign(ref left, ref right);
        var result = left.Room.TakeTruths();
        var truths = result.Begin();
        if (!isWhole)
        {
            for (var row = 0; row < truths.Length; row++)
            {
                var (a, b) = (left[row], right[row]);
                truths[row] = comparison switch
                {
                    RowComparison.LessThan => Rational.Less(a, b),
                    RowComparison.AtMost => Rational.LessOrEqual(a, b),
                    _ => Rational.Equal(a, b),
                };
            }

            return result;
        }

        ReadOnlySpan<long> lefts = left.Mantissas.AsSpan(0, truths.Length);
        ReadOnlySpan<long> rights = right.Mantissas.AsSpan(0, truths.Length);
        switch (comparison)
        {
            case RowComparison.LessThan:
                for (var row = 0; row < truths.Length; row++)
                {
                    truths[row] = (Truth)((byte)Truth.False + (lefts[row] < rights[row] ? 1 : 0));
                }

                break;
            case RowComparison.AtMost:
                for (var row = 0; row < truths.Length; row++)
                {
                    truths[row] = (Truth)((byte)Truth.False + (lefts[row] <= rights[row] ? 1 : 0));
                }

                break;
            default:
                for (var row = 0; row < truths.Length; row++)
                {
                    truths[row] = (Truth)((byte)Truth.False + (lefts[row] == rights[row] ? 1 : 0));
                }

                break;
        }

        Blank(truths, left.Missing);
        Blank(truths, right.Missing);
        return result;
    }

    /// <summary>The smaller or the larger value.</summary>
    public static QuantityRows Limit(QuantityRows left, QuantityRows right, bool isLeast)
    {
        if (!RowArithmetic.TryAlign(ref left, ref right))
        {
            return RowArithmetic.Each(left, right, isLeast ? Rational.Min : Rational.Max);
        }

        var result = left.Room.Take();
        var values = result.BeginWhole(left.Denominator, Math.Max(left.Limit, right.Limit));
        ReadOnlySpan<long> lefts = left.Mantissas.AsSpan(0, values.Length);
        ReadOnlySpan<long> rights = right.Mantissas.AsSpan(0, values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = isLeast ? Math.Min(lefts[row], rights[row]) : Math.Max(lefts[row], rights[row]);
        }

        RowArithmetic.CombineMissing(left, right, result);
        return result;
    }

    /// <summary>One value where the condition holds, the other where it does not, missing where it is unknown.</summary>
    public static QuantityRows Choose(TruthRows condition, QuantityRows whenTrue, QuantityRows whenFalse)
    {
        var isWhole = RowArithmetic.TryAlign(ref whenTrue, ref whenFalse);
        var result = condition.Room.Take();
        var truths = condition.Values;
        if (!isWhole)
        {
            var fractions = result.BeginFractions();
            for (var row = 0; row < fractions.Length; row++)
            {
                fractions[row] = truths[row] switch { Truth.True => whenTrue[row], Truth.False => whenFalse[row], _ => Rational.Missing };
            }

            result.Narrow();
            return result;
        }

        var values = result.BeginWhole(whenTrue.Denominator, Math.Max(whenTrue.Limit, whenFalse.Limit));
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = truths[row] == Truth.True ? whenTrue.Mantissas[row] : whenFalse.Mantissas[row];
        }

        if (whenTrue.Missing.Length != 0 || whenFalse.Missing.Length != 0 || truths.Contains(Truth.Unknown))
        {
            var missing = result.BeginMissing();
            for (var row = 0; row < missing.Length; row++)
            {
                missing[row] = truths[row] switch { Truth.True => whenTrue.IsMissing(row), Truth.False => whenFalse.IsMissing(row), _ => true };
            }
        }

        return result;
    }

    private static void Blank(Span<Truth> truths, bool[] missing)
    {
        for (var row = 0; row < truths.Length && missing.Length != 0; row++)
        {
            truths[row] = missing[row] ? Truth.Unknown : truths[row];
        }
    }
}
