using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>Sums of many rationals, over one common denominator as long as they share it.</summary>
internal static class ExactSum
{
    /// <summary>The sum; no value may be missing.</summary>
    public static Rational Of(ReadOnlySpan<Rational> values)
    {
        var total = Rational.Zero;
        Int128 run = 0;
        long shared = 1;
        foreach (var value in values)
        {
            // At most 2^63 values of at most 2^63: the run cannot overflow.
            if (value.TryGetInt64(out var numerator, out var denominator))
            {
                if (denominator != shared)
                {
                    total += Rational.Create((BigInteger)run, shared);
                    (run, shared) = (0, denominator);
                }

                run += numerator;
            }
            else
            {
                total += value;
            }
        }

        return total + Rational.Create((BigInteger)run, shared);
    }
}
