using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        var done = CompareBlocks(lefts, rights, comparison, truths);
        for (var row = done; row < truths.Length; row++)
        {
            var holds = comparison switch
            {
                RowComparison.LessThan => lefts[row] < rights[row],
                RowComparison.AtMost => lefts[row] <= rights[row],
                _ => lefts[row] == rights[row],
            };
            truths[row] = Kleene.From(holds);
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

    /// <summary>Compares 64 rows at a time; gives how many it has compared.</summary>
    private static int CompareBlocks(ReadOnlySpan<long> left, ReadOnlySpan<long> right, RowComparison comparison, Span<Truth> truths)
    {
        var row = 0;
        for (; row <= truths.Length - RowBlocks.Rows; row += RowBlocks.Rows)
        {
            var a = left.Slice(row, RowBlocks.Rows);
            var b = right.Slice(row, RowBlocks.Rows);
            var bytes = Vector512.Narrow(
                Vector512.Narrow(Vector512.Narrow(Compare(a, b, 0, comparison), Compare(a, b, 8, comparison)), Vector512.Narrow(Compare(a, b, 16, comparison), Compare(a, b, 24, comparison))),
                Vector512.Narrow(Vector512.Narrow(Compare(a, b, 32, comparison), Compare(a, b, 40, comparison)), Vector512.Narrow(Compare(a, b, 48, comparison), Compare(a, b, 56, comparison))));

            // What holds is all ones, which is minus one.
            (Vector512.Create((byte)Truth.False) - bytes.AsByte()).CopyTo(MemoryMarshal.AsBytes(truths[row..]));
        }

        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Compare(ReadOnlySpan<long> left, ReadOnlySpan<long> right, int row, RowComparison comparison)
    {
        var (a, b) = (Vector512.Create(left[row..]), Vector512.Create(right[row..]));
        return comparison switch
        {
            RowComparison.LessThan => Vector512.LessThan(a, b),
            RowComparison.AtMost => Vector512.LessThanOrEqual(a, b),
            _ => Vector512.Equals(a, b),
        };
    }

    private static void Blank(Span<Truth> truths, bool[] missing)
    {
        for (var row = 0; row < truths.Length && missing.Length != 0; row++)
        {
            truths[row] = missing[row] ? Truth.Unknown : truths[row];
        }
    }
}
