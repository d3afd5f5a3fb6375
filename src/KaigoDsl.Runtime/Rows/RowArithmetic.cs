using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>Sums and products of columns: on 64-bit numbers where the limits of both sides say that every result fits, on fractions otherwise.</summary>
internal static class RowArithmetic
{
    private interface IOperation
    {
        static abstract Vector512<long> Of(Vector512<long> left, Vector512<long> right);

        static abstract long Of(long left, long right);
    }

    public static QuantityRows Negate(QuantityRows value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Subtract(value.Room.Constant(Rational.Zero), value);
    }

    public static QuantityRows Add(QuantityRows left, QuantityRows right)
    {
        if (!TryAlign(ref left, ref right) || (Int128)left.Limit + right.Limit > long.MaxValue)
        {
            return Each(left, right, static (a, b) => a + b);
        }

        var result = left.Room.Take();
        Run<Sum>(left, right, result.BeginWhole(left.Denominator, left.Limit + right.Limit));
        CombineMissing(left, right, result);
        return result;
    }

    public static QuantityRows Subtract(QuantityRows left, QuantityRows right)
    {
        if (!TryAlign(ref left, ref right) || (Int128)left.Limit + right.Limit > long.MaxValue)
        {
            return Each(left, right, static (a, b) => a - b);
        }

        var result = left.Room.Take();
        Run<Difference>(left, right, result.BeginWhole(left.Denominator, left.Limit + right.Limit));
        CombineMissing(left, right, result);
        return result;
    }

    public static QuantityRows Multiply(QuantityRows left, QuantityRows right)
    {
        RequireOneRoom(left, right);
        var (limit, denominator) = ((Int128)left.Limit * right.Limit, (Int128)left.Denominator * right.Denominator);
        if (!left.IsWhole || !right.IsWhole || limit > long.MaxValue || denominator > long.MaxValue)
        {
            return Each(left, right, static (a, b) => a * b);
        }

        var result = left.Room.Take();
        Run<Product>(left, right, result.BeginWhole((long)denominator, (long)limit));
        CombineMissing(left, right, result);
        return result;
    }

    /// <summary>Row by row on fractions; the result is whole again where that is easily seen.</summary>
    public static QuantityRows Each(QuantityRows left, QuantityRows right, Func<Rational, Rational, Rational> operation)
    {
        RequireOneRoom(left, right);
        var result = left.Room.Take();
        var values = result.BeginFractions();
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = operation(left[row], right[row]);
        }

        result.Narrow();
        return result;
    }

    /// <summary>Brings two columns over one denominator; false when one is of fractions or no longer fits.</summary>
    public static bool TryAlign(ref QuantityRows left, ref QuantityRows right)
    {
        RequireOneRoom(left, right);
        if (left.Denominator == right.Denominator)
        {
            return left.IsWhole;
        }

        if (!left.IsWhole || !right.IsWhole)
        {
            return false;
        }

        var divisor = GreatestCommonDivisor(left.Denominator, right.Denominator);
        var (leftFactor, rightFactor) = (right.Denominator / divisor, left.Denominator / divisor);
        if ((Int128)left.Denominator * leftFactor > long.MaxValue
            || (Int128)left.Limit * leftFactor > long.MaxValue
            || (Int128)right.Limit * rightFactor > long.MaxValue)
        {
            return false;
        }

        (left, right) = (Expand(left, leftFactor), Expand(right, rightFactor));
        return true;
    }

    /// <summary>Marks what is missing on either side.</summary>
    public static void CombineMissing(QuantityRows left, QuantityRows right, QuantityRows result)
    {
        if (left.Missing.Length == 0 && right.Missing.Length == 0)
        {
            return;
        }

        var missing = result.BeginMissing();
        for (var row = 0; row < missing.Length; row++)
        {
            missing[row] = left.IsMissing(row) || right.IsMissing(row);
        }
    }

    /// <summary>The least common multiple of two numbers above 0; <see cref="long.MaxValue"/> when it does not fit.</summary>
    public static long LeastCommonMultiple(long left, long right) =>
        (long)Int128.Min((Int128)(left / GreatestCommonDivisor(left, right)) * right, long.MaxValue);

    public static void RequireOneRoom(QuantityRows left, QuantityRows right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!ReferenceEquals(left.Room, right.Room))
        {
            throw new ArgumentException("Both sides must stand in one room.", nameof(right));
        }
    }

    private static QuantityRows Expand(QuantityRows rows, long factor)
    {
        if (factor == 1)
        {
            return rows;
        }

        var result = rows.Room.Take();
        var source = rows.Mantissas.AsSpan(0, rows.Count);
        var target = result.BeginWhole(rows.Denominator * factor, rows.Limit * factor);
        for (var row = 0; row < target.Length; row++)
        {
            target[row] = source[row] * factor;
        }

        if (rows.Missing.Length != 0)
        {
            rows.Missing.AsSpan(0, rows.Count).CopyTo(result.BeginMissing());
        }

        return result;
    }

    private static void Run<TOperation>(QuantityRows leftRows, QuantityRows rightRows, Span<long> result)
        where TOperation : struct, IOperation
    {
        ReadOnlySpan<long> left = leftRows.Mantissas.AsSpan(0, result.Length);
        ReadOnlySpan<long> right = rightRows.Mantissas.AsSpan(0, result.Length);
        var row = 0;
        for (; row <= result.Length - Vector512<long>.Count; row += Vector512<long>.Count)
        {
            TOperation.Of(Vector512.Create<long>(left[row..]), Vector512.Create<long>(right[row..])).CopyTo(result[row..]);
        }

        for (; row < result.Length; row++)
        {
            result[row] = TOperation.Of(left[row], right[row]);
        }
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    private readonly struct Sum : IOperation
    {
        public static Vector512<long> Of(Vector512<long> left, Vector512<long> right) => left + right;

        public static long Of(long left, long right) => left + right;
    }

    private readonly struct Difference : IOperation
    {
        public static Vector512<long> Of(Vector512<long> left, Vector512<long> right) => left - right;

        public static long Of(long left, long right) => left - right;
    }

    private readonly struct Product : IOperation
    {
        public static Vector512<long> Of(Vector512<long> left, Vector512<long> right) => left * right;

        public static long Of(long left, long right) => left * right;
    }
}
