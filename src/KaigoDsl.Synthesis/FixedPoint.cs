using System.Numerics;

namespace KaigoDsl.Synthesis;

/// <summary>Powers of two with fractional exponents in whole numbers: what is needed for log-normal sizes without floating point.</summary>
internal static class FixedPoint
{
    private static readonly ulong[] Roots = CreateRoots();

    /// <summary>value × 2^exponent, rounded down.</summary>
    /// <param name="value">Not negative, below 2^40.</param>
    /// <param name="exponent">In fixed point, between −40 and 20.</param>
    public static long TimesPowerOfTwo(long value, int exponent)
    {
        var whole = exponent >> 16;
        var factor = (UInt128)1 << 32;
        for (var bit = 0; bit < 16; bit++)
        {
            if ((exponent & (1 << (15 - bit))) != 0)
            {
                factor = (factor * Roots[bit]) >> 32;
            }
        }

        var product = (UInt128)(ulong)value * factor;
        return (long)(whole >= 0 ? (product << whole) >> 32 : product >> (32 - whole));
    }

    /// <summary>1 ÷ (1 + 2^−x) in parts of 2^16: a share that never reaches 0 or 1.</summary>
    public static int Logistic(int x)
    {
        var power = TimesPowerOfTwo(1 << 20, -Math.Clamp(x, -12 * RandomSource.One, 12 * RandomSource.One));
        return (int)(((1L << 20) << 16) / ((1L << 20) + power));
    }

    // 2^(1/2), 2^(1/4), … with 32 binary places, by repeated integer square roots.
    private static ulong[] CreateRoots()
    {
        var roots = new ulong[16];
        var current = BigInteger.One << 65;
        for (var i = 0; i < roots.Length; i++)
        {
            // current is 2^(1/2^i) with 64 binary places.
            current = SquareRoot(current << 64);
            roots[i] = (ulong)(current >> 32);
        }

        return roots;
    }

    private static BigInteger SquareRoot(BigInteger value)
    {
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
