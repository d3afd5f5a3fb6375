using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>
/// Budget ÷ Σw, prepared once so that every quota costs three multiplications and no division. The prepared number is a truncated
/// fraction and yields a quotient that is exact or one too small; the exact remainder tells which, so that nothing is ever approximate.
/// </summary>
public readonly struct ProportionalRate
{
    private readonly ulong _reciprocal;
    private readonly int _shift;
    private readonly ulong _numerator;
    private readonly ulong _divisor;

    private ProportionalRate(ulong reciprocal, int shift, ulong numerator, ulong divisor)
    {
        _reciprocal = reciprocal;
        _shift = shift;
        _numerator = numerator;
        _divisor = divisor;
    }

    /// <summary>Over what <see cref="Quota"/> gives remainders: Σw × the budget's denominator. 0 for a rate that pays nothing.</summary>
    public long Divisor => (long)_divisor;

    /// <summary>Prepares a rate.</summary>
    /// <param name="budgetNumerator">The budget in rounding units, as a fraction; 0 or more.</param>
    /// <param name="budgetDenominator">Above 0.</param>
    /// <param name="weightSum">Σw, 0 or more; with 0 nobody gets anything.</param>
    /// <param name="largestWeight">The largest weight that will be asked for.</param>
    /// <param name="rate">The rate.</param>
    /// <returns>Whether the numbers fit; when not, use <see cref="Apportioner"/>.</returns>
    public static bool TryCreate(long budgetNumerator, long budgetDenominator, long weightSum, long largestWeight, out ProportionalRate rate)
    {
        rate = default;
        if (budgetNumerator < 0 || budgetDenominator <= 0 || weightSum < 0 || largestWeight < 0)
        {
            return false;
        }

        if (weightSum == 0 || largestWeight == 0 || budgetNumerator == 0)
        {
            return true;
        }

        var high = Math.BigMul((ulong)budgetDenominator, (ulong)weightSum, out var divisor);
        if (high != 0 || divisor > long.MaxValue)
        {
            return false;
        }

        // The largest quota must leave room for one more unit and for sums; this also bounds the reciprocal by 2^64.
        var largest = (UInt128)(ulong)budgetNumerator * (ulong)largestWeight / divisor;
        if (largest >= 1UL << 62)
        {
            return false;
        }

        var shift = 64 - BitOperations.LeadingZeroCount((ulong)largestWeight);
        var reciprocal = ((UInt128)(ulong)budgetNumerator << shift) / divisor;
        if (reciprocal > ulong.MaxValue)
        {
            return false;
        }

        rate = new ProportionalRate((ulong)reciprocal, shift, (ulong)budgetNumerator, divisor);
        return true;
    }

    /// <summary>The whole units of a recipient's quota.</summary>
    /// <param name="weight">From 0 to the largest weight of the rate.</param>
    /// <param name="remainder">What is left of the quota, in units ÷ <see cref="Divisor"/>.</param>
    public long Quota(long weight, out long remainder)
    {
        if (_divisor == 0)
        {
            remainder = 0;
            return 0;
        }

        // weight < 2^shift, so the truncation of the reciprocal loses less than one unit. The remainder is below twice the divisor, so
        // its low 64 bits are all of it.
        var high = Math.BigMul(_reciprocal, (ulong)weight, out var low);
        var quotient = (high << (64 - _shift)) | (low >> _shift);
        var rest = unchecked((_numerator * (ulong)weight) - (quotient * _divisor));
        if (rest >= _divisor)
        {
            quotient++;
            rest -= _divisor;
        }

        remainder = (long)rest;
        return (long)quotient;
    }

    /// <summary>A recipient's amount in whole units.</summary>
    /// <param name="weight">From 0 to the largest weight of the rate.</param>
    /// <param name="mode">How the fraction is rounded; <see cref="RoundingMode.None"/> counts as down.</param>
    public long Amount(long weight, RoundingMode mode)
    {
        var quotient = Quota(weight, out var remainder);
        return mode switch
        {
            RoundingMode.Up => quotient + (remainder > 0 ? 1 : 0),
            RoundingMode.HalfUp => quotient + (remainder >= (long)_divisor - remainder && remainder > 0 ? 1 : 0),
            _ => quotient,
        };
    }
}
