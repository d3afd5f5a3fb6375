using System.Numerics;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>A fraction of two big integers that is never reduced: as slow and as plain as can be.</summary>
internal readonly record struct NaiveFraction(BigInteger N, BigInteger D)
{
    public static NaiveFraction Zero => new(0, 1);

    public static NaiveFraction From(Rational value) => new(value.Numerator, value.Denominator);

    public static NaiveFraction operator +(NaiveFraction a, NaiveFraction b) => Of((a.N * b.D) + (b.N * a.D), a.D * b.D);

    public static NaiveFraction operator -(NaiveFraction a, NaiveFraction b) => Of((a.N * b.D) - (b.N * a.D), a.D * b.D);

    public static NaiveFraction operator *(NaiveFraction a, NaiveFraction b) => Of(a.N * b.N, a.D * b.D);

    public static NaiveFraction operator /(NaiveFraction a, NaiveFraction b) => Of(a.N * b.D, a.D * b.N);

    public static bool operator <(NaiveFraction a, NaiveFraction b) => a.N * b.D < b.N * a.D;

    public static bool operator >(NaiveFraction a, NaiveFraction b) => b < a;

    public bool Same(NaiveFraction other) => N * other.D == other.N * D;

    public BigInteger Floor() => N.Sign >= 0 ? N / D : -((-N + D - 1) / D);

    private static NaiveFraction Of(BigInteger n, BigInteger d)
    {
        var common = BigInteger.GreatestCommonDivisor(n, d);
        return new(n / common, d / common);
    }
}
