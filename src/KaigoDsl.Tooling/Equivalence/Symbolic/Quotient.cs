using System.Collections.Immutable;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>
/// A fraction of polynomials, with what must be there for it to have a value: x − x is nothing where x is missing, and x ÷ x is nothing where x is zero.
/// </summary>
/// <param name="Numerator">Above.</param>
/// <param name="Denominator">Below; not the zero polynomial.</param>
/// <param name="Requires">Variables that must not be missing.</param>
/// <param name="Guards">Polynomials, normalised and written out, that must not be zero.</param>
internal sealed record Quotient(Polynomial Numerator, Polynomial Denominator, ImmutableSortedSet<string> Requires, ImmutableSortedSet<string> Guards)
{
    private static readonly ImmutableSortedSet<string> s_none = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static Quotient Of(ExactNumber value) => new(Polynomial.Of(value), Polynomial.Of(ExactNumber.One), s_none, s_none);

    public static Quotient Of(string variable) => new(Polynomial.Of(variable), Polynomial.Of(ExactNumber.One), s_none.Add(variable), s_none);

    /// <summary>How much there is of it; what grows beyond bounds is not decided.</summary>
    public int Size => Numerator.Count + Denominator.Count;

    public bool IsConstant => Numerator.IsConstant && Denominator.IsConstant;

    /// <summary>The number, when it is constant.</summary>
    public ExactNumber Constant => Numerator.Constant / Denominator.Constant;

    /// <summary>Whether it has a value for the same data as another.</summary>
    public bool IsThereWith(Quotient other) => Requires.SetEquals(other.Requires) && Guards.SetEquals(other.Guards);

    public Quotient Plus(Quotient other, bool isMinus)
    {
        var (left, right) = (Numerator * other.Denominator, other.Numerator * Denominator);
        return With(other, isMinus ? left - right : left + right, Denominator * other.Denominator);
    }

    public Quotient Times(Quotient other) => With(other, Numerator * other.Numerator, Denominator * other.Denominator);

    /// <summary>The quotient; <see langword="null"/> when the divisor is zero for all data, so that there never is a value.</summary>
    public Quotient? By(Quotient other)
    {
        if (other.Numerator.IsZero)
        {
            return null;
        }

        var result = With(other, Numerator * other.Denominator, Denominator * other.Numerator);
        return other.Numerator.IsConstant ? result : result with { Guards = result.Guards.Add(other.Numerator.Normalised().ToString()) };
    }

    /// <summary>
    /// Scale s and offset c with this = s × other + c for all data, s not zero; <see langword="null"/> when there are none. A constant is nobody's multiple.
    /// </summary>
    public (ExactNumber Scale, ExactNumber Offset)? In(Quotient other)
    {
        if (!IsThereWith(other) || IsConstant || other.IsConstant)
        {
            return null;
        }

        var (a, b, c) = (Numerator * other.Denominator, other.Numerator * Denominator, Denominator * other.Denominator);
        var names = a.Variables.Concat(b.Variables).Concat(c.Variables).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var (p, q) = (Point(names, attempt), Point(names, attempt + 5));
            var (a1, b1, c1, a2, b2, c2) = (a.At(p), b.At(p), c.At(p), a.At(q), b.At(q), c.At(q));
            var determinant = (b1 * c2) - (b2 * c1);
            if (determinant.Sign == 0)
            {
                continue;
            }

            // Two points give the only candidates; the identity of the polynomials decides.
            var (scale, offset) = (((a1 * c2) - (a2 * c1)) / determinant, ((b1 * a2) - (b2 * a1)) / determinant);
            return scale.Sign != 0 && (a - b.Scale(scale) - c.Scale(offset)).IsZero ? (scale, offset) : null;
        }

        return null;
    }

    public override string ToString() =>
        $"({Numerator})/({Denominator})[{string.Join(",", Requires)}|{string.Join(",", Guards)}]";

    private Quotient With(Quotient other, Polynomial numerator, Polynomial denominator) =>
        new(numerator, denominator, Requires.Union(other.Requires), Guards.Union(other.Guards));

    private static Func<string, ExactNumber> Point(string[] names, int seed) =>
        name => new ExactNumber(3 + ((Array.IndexOf(names, name) + 1) * ((seed * 7) + 2)) + (seed * seed));
}
