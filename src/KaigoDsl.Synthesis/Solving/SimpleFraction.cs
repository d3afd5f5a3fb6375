using System.Numerics;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>The fraction with the smallest denominator between two values: what many municipalities can have in common.</summary>
internal static class SimpleFraction
{
    /// <summary>A fraction greater than <paramref name="low"/> and less than <paramref name="high"/>, by their continued fractions.</summary>
    /// <param name="low">Less than <paramref name="high"/>.</param>
    /// <param name="high">The upper bound.</param>
    public static Rational Between(Rational low, Rational high)
    {
        if (low.Sign < 0 && high.Sign > 0)
        {
            return Rational.Zero;
        }

        if (high.Sign <= 0)
        {
            return -Between(-high, -low);
        }

        var whole = low.Floor();
        var next = Rational.Create(whole + 1, BigInteger.One);
        if (next.CompareTo(high) < 0)
        {
            return next;
        }

        // low < x < high ≤ whole + 1, so the reciprocal of what is above the whole part lies between those of the bounds; one that
        // does not exist leaves its side open.
        var floor = Rational.Create(whole, BigInteger.One);
        var above = Rational.One / (high - floor);
        var below = low == floor ? above + above : Rational.One / (low - floor);
        return floor + (Rational.One / Between(above, below + (low == floor ? Rational.One : Rational.Zero)));
    }
}
