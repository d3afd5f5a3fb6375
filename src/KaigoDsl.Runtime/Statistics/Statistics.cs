using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>Exact statistics: no figure is rounded before it is printed.</summary>
public static class Statistics
{
    private const int LargestHistogram = 1024;

    /// <summary>Summarises quantities, leaving out the missing ones.</summary>
    public static Summary Of(ReadOnlySpan<Rational> values)
    {
        var known = new List<Rational>(values.Length);
        foreach (var value in values)
        {
            if (!value.IsMissing)
            {
                known.Add(value);
            }
        }

        known.Sort();
        if (known.Count == 0)
        {
            return new Summary(0, Rational.Zero, default, default, default, default, default);
        }

        var (sum, squares) = (Rational.Zero, Rational.Zero);
        foreach (var value in known)
        {
            sum += value;
            squares += value * value;
        }

        return Create(known.Count, sum, squares, Middle(known[(known.Count - 1) / 2], known[known.Count / 2]), known[0], known[^1]);
    }

    /// <summary>Summarises points, leaving out the unknown ones.</summary>
    public static Summary OfScores(ReadOnlySpan<int> scores)
    {
        var (count, minimum, maximum) = (0, int.MaxValue, int.MinValue);
        long sum = 0;
        Int128 squares = 0;
        foreach (var score in scores)
        {
            if (score == ScoreColumn.Unknown)
            {
                continue;
            }

            count++;
            sum += score;
            squares += (long)score * score;
            minimum = Math.Min(minimum, score);
            maximum = Math.Max(maximum, score);
        }

        if (count == 0)
        {
            return new Summary(0, Rational.Zero, default, default, default, default, default);
        }

        var (low, high) = MiddleScores(scores, count, minimum, maximum);
        return Create(
            count,
            Rational.FromInt64(sum),
            Rational.Create((BigInteger)squares, BigInteger.One),
            Middle(low, high),
            minimum,
            maximum);
    }

    /// <summary>Competition ranks, highest first: 1 + the number strictly higher; 0 where the score is unknown.</summary>
    public static int[] Ranks(ReadOnlySpan<int> scores)
    {
        var sorted = new List<int>(scores.Length);
        foreach (var score in scores)
        {
            if (score != ScoreColumn.Unknown)
            {
                sorted.Add(-(long)score > int.MaxValue ? throw new OverflowException() : -score);
            }
        }

        sorted.Sort();
        var ranks = new int[scores.Length];
        var first = new Dictionary<int, int>();
        for (var i = 0; i < sorted.Count; i++)
        {
            first.TryAdd(sorted[i], i + 1);
        }

        for (var row = 0; row < scores.Length; row++)
        {
            ranks[row] = scores[row] == ScoreColumn.Unknown ? 0 : first[-scores[row]];
        }

        return ranks;
    }

    /// <summary>Competition ranks, highest first: 1 + the number strictly higher; 0 where the value is missing.</summary>
    public static int[] Ranks(ReadOnlySpan<Rational> values)
    {
        var sorted = new List<Rational>(values.Length);
        foreach (var value in values)
        {
            if (!value.IsMissing)
            {
                sorted.Add(value);
            }
        }

        sorted.Sort(static (a, b) => b.CompareTo(a));
        var first = new Dictionary<Rational, int>();
        for (var i = 0; i < sorted.Count; i++)
        {
            first.TryAdd(sorted[i], i + 1);
        }

        var ranks = new int[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            ranks[row] = values[row].IsMissing ? 0 : first[values[row]];
        }

        return ranks;
    }

    /// <summary>√value in decimals, rounded exactly (halves up) by integer square root; empty when missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static string SquareRoot(Rational value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (value.IsMissing)
        {
            return string.Empty;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));

        // ⌊x + ½⌋ = ⌊(⌊2x⌋ + 1) ÷ 2⌋ with x = √value · 10^decimals, and ⌊2x⌋ = ⌊√⌊4·value·10^2decimals⌋⌋.
        var doubled = IntegerSquareRoot(4 * value.Numerator * BigInteger.Pow(10, 2 * decimals) / value.Denominator);
        return DecimalText.Place((doubled + 1) / 2, decimals, negative: false);
    }

    /// <summary>Compares √<paramref name="value"/> with <paramref name="other"/> exactly: negative, 0 or positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value under the root is negative.</exception>
    public static int CompareSquareRoot(Rational value, Rational other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        return other.Sign < 0 ? 1 : value.CompareTo(other * other);
    }

    /// <summary>⌊√value⌋ for a value of any size, by Newton's method from above.</summary>
    internal static BigInteger IntegerSquareRoot(BigInteger value)
    {
        if (value.IsZero)
        {
            return BigInteger.Zero;
        }

        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
            {
                return guess;
            }

            guess = next;
        }
    }

    /// <summary>The two middle scores, by counting how often each occurs where points lie close together, as they do.</summary>
    private static (int Low, int High) MiddleScores(ReadOnlySpan<int> scores, int count, int minimum, int maximum)
    {
        if ((long)maximum - minimum >= LargestHistogram)
        {
            int[] known = [.. scores];
            Array.Sort(known); // Unknown is the least int: the known ones come last.
            var first = known.Length - count;
            return (known[first + ((count - 1) / 2)], known[first + (count / 2)]);
        }

        Span<int> histogram = stackalloc int[maximum - minimum + 1];
        histogram.Clear();
        foreach (var score in scores)
        {
            if (score != ScoreColumn.Unknown)
            {
                histogram[score - minimum]++;
            }
        }

        return (At(histogram, (count - 1) / 2), At(histogram, count / 2));

        int At(ReadOnlySpan<int> counts, int index)
        {
            var bin = 0;
            for (var below = counts[0]; below <= index; below += counts[bin])
            {
                bin++;
            }

            return minimum + bin;
        }
    }

    private static Rational Middle(Rational low, Rational high) => (low + high) / 2;

    private static Summary Create(int count, Rational sum, Rational squares, Rational median, Rational minimum, Rational maximum)
    {
        var mean = sum / count;
        return new Summary(count, sum, mean, median, (squares / count) - (mean * mean), minimum, maximum);
    }
}
