using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>
/// Why a row's payment differs between two runs, in parts that add up exactly. A factor's part is what changing it alone moves the payment,
/// averaged over every order in which the factors could have changed one after the other (the Shapley value): no order is privileged, and
/// a factor that changed nothing has the part 0.
/// </summary>
/// <param name="Key">The row key.</param>
/// <param name="Before">What it was paid, in 円.</param>
/// <param name="After">What it is paid, in 円.</param>
/// <param name="Parts">One part a factor, in the order of <see cref="ChangeFactor"/>; they add up to <paramref name="After"/> − <paramref name="Before"/>.</param>
public sealed record AllocationChange(string Key, Rational Before, Rational After, ImmutableArray<ChangePart> Parts)
{
    private const int Factors = 4;

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The earlier run.</param>
    /// <param name="after">The later run.</param>
    /// <param name="key">The row key, present in both.</param>
    /// <exception cref="ArgumentException">
    /// A run was refused, the row is missing in one, the tables or score trees have different columns, or a mixture of the two runs cannot be
    /// allocated (its floors do not fit, for instance).
    /// </exception>
    public static AllocationChange Create(AllocationResult before, AllocationResult after, string key)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var mixture = new RunMixture(before, after, key);
        var payments = new Rational[1 << Factors];
        for (var changed = 0; changed < payments.Length; changed++)
        {
            payments[changed] = mixture.Payment(changed);
        }

        // Of the 4! orders, s! (3 − s)! let a set of s others change before the factor.
        int[] factorial = [1, 1, 2, 6, 24];
        var parts = ImmutableArray.CreateBuilder<ChangePart>(Factors);
        for (var factor = 0; factor < Factors; factor++)
        {
            var part = Rational.Zero;
            for (var others = 0; others < payments.Length; others++)
            {
                if ((others & (1 << factor)) == 0)
                {
                    var size = int.PopCount(others);
                    var weight = Rational.Create((long)factorial[size] * factorial[Factors - 1 - size], factorial[Factors]);
                    part += weight * (payments[others | (1 << factor)] - payments[others]);
                }
            }

            parts.Add(new ChangePart((ChangeFactor)factor, part));
        }

        return new AllocationChange(key, payments[0], payments[^1], parts.MoveToImmutable());
    }
}
