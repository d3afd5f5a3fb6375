namespace KaigoDsl.Runtime;

/// <summary>Arithmetic on points. <see cref="ScoreColumn.Unknown"/> absorbs, and an overflow is an exception, never a wrong number.</summary>
public static class Points
{
    /// <summary>The sum; unknown if either side is.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static int Add(int left, int right) =>
        left == ScoreColumn.Unknown || right == ScoreColumn.Unknown ? ScoreColumn.Unknown : checked(left + right);

    /// <summary>At most <paramref name="cap"/> (最大 N点); unknown stays unknown.</summary>
    public static int AtMost(int points, int cap) => points == ScoreColumn.Unknown ? points : Math.Min(points, cap);

    /// <summary>An item's points when met, otherwise 0.</summary>
    public static int When(Truth met, int points) => met == Truth.True ? points : 0;

    /// <summary>A points cell: the whole number it holds, unknown when missing.</summary>
    /// <exception cref="ArgumentException">The cell is not a whole number of points from 0 up.</exception>
    public static int FromCell(Rational cell)
    {
        if (cell.IsMissing)
        {
            return ScoreColumn.Unknown;
        }

        return cell.TryGetInt64(out var value, out var denominator) && denominator == 1 && value is >= 0 and <= int.MaxValue
            ? (int)value
            : throw new ArgumentException($"`{cell}` is not a number of points.", nameof(cell));
    }
}
