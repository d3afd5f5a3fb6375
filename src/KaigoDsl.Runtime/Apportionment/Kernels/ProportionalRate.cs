using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    private readonly ulong _narrow; // The divisor when it leaves a bit of 64 free, which is the rule; 0 when it does not.
    private readonly UInt128 _divisor;

    private ProportionalRate(ulong reciprocal, int shift, ulong numerator, UInt128 divisor)
    {
        _reciprocal = reciprocal;
        _shift = shift;
        _numerator = numerator;
        _divisor = divisor;
        _narrow = divisor <= long.MaxValue ? (ulong)divisor : 0;
    }

    /// <summary>Over what <see cref="Quota"/> gives remainders: Σw × the budget's denominator. 0 for a rate that pays nothing.</summary>
    public UInt128 Divisor => _divisor;

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

        var divisor = (UInt128)(ulong)budgetDenominator * (ulong)weightSum;

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
    public long Quota(long weight, out UInt128 remainder)
    {
        if (_narrow != 0)
        {
            var quota = NarrowQuota(weight, out var rest);
            remainder = rest;
            return quota;
        }

        return WideQuota(weight, out remainder);
    }

    /// <summary>A recipient's amount in whole units.</summary>
    /// <param name="weight">From 0 to the largest weight of the rate.</param>
    /// <param name="mode">How the fraction is rounded; <see cref="RoundingMode.None"/> counts as down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Amount(long weight, RoundingMode mode)
    {
        if (_narrow == 0)
        {
            return WideAmount(weight, mode);
        }

        var quotient = NarrowQuota(weight, out var remainder);
        return mode switch
        {
            RoundingMode.Up => quotient + (remainder > 0 ? 1 : 0),
            RoundingMode.HalfUp => quotient + (remainder >= _narrow - remainder ? 1 : 0),
            _ => quotient,
        };
    }

    /// <summary>The amounts of many recipients in whole units.</summary>
    /// <param name="weights">Each from 0 to the largest weight of the rate.</param>
    /// <param name="mode">How fractions are rounded; <see cref="RoundingMode.None"/> counts as down.</param>
    /// <param name="amounts">Receives the amounts; at least as long.</param>
    public void Amounts(ReadOnlySpan<long> weights, RoundingMode mode, Span<long> amounts)
    {
        var i = 0;
        if (_narrow != 0 && _shift is > 0 and < 64 && Vector512.IsHardwareAccelerated)
        {
            for (; i <= weights.Length - Vector512<long>.Count; i += Vector512<long>.Count)
            {
                NarrowAmounts(Vector512.Create(weights[i..]).AsUInt64(), mode).AsInt64().CopyTo(amounts[i..]);
            }
        }

        for (; i < weights.Length; i++)
        {
            amounts[i] = Amount(weights[i], mode);
        }
    }

    /// <summary>As <see cref="NarrowQuota"/>, eight at a time; the product of 128 bits is made of four of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> NarrowAmounts(Vector512<ulong> weight, RoundingMode mode)
    {
        var mask = Vector512.Create((ulong)uint.MaxValue);
        var (lowFactor, highFactor) = (Vector512.Create(_reciprocal & uint.MaxValue), Vector512.Create(_reciprocal >> 32));
        var (lowWeight, highWeight) = (weight & mask, weight >>> 32);
        var (low, mixed, other) = (lowFactor * lowWeight, lowFactor * highWeight, highFactor * lowWeight);
        var middle = (low >>> 32) + (mixed & mask) + (other & mask);
        var high = (highFactor * highWeight) + (mixed >>> 32) + (other >>> 32) + (middle >>> 32);
        var quotient = (high << (64 - _shift)) | (((middle << 32) | (low & mask)) >>> _shift);

        // One unit more where the remainder allows it; true is all ones, which is minus one.
        var divisor = Vector512.Create(_narrow);
        var remainder = (Vector512.Create(_numerator) * weight) - (quotient * divisor);
        var isMore = Vector512.GreaterThanOrEqual(remainder, divisor);
        quotient -= isMore;
        remainder -= divisor & isMore;
        return mode switch
        {
            RoundingMode.Up => quotient - ~Vector512.Equals(remainder, Vector512<ulong>.Zero),
            RoundingMode.HalfUp => quotient - Vector512.GreaterThanOrEqual(remainder, divisor - remainder),
            _ => quotient,
        };
    }

    private long WideAmount(long weight, RoundingMode mode)
    {
        var quotient = WideQuota(weight, out var remainder);
        var up = remainder != 0 && (mode == RoundingMode.Up || (mode == RoundingMode.HalfUp && remainder >= _divisor - remainder));
        return quotient + (up ? 1 : 0);
    }

    /// <summary>
    /// weight &lt; 2^shift, so the truncation of the reciprocal loses less than one unit. The remainder is below twice the divisor, so its low
    /// 64 bits are all of it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long NarrowQuota(long weight, out ulong remainder)
    {
        var quotient = Estimate(weight);
        remainder = unchecked((_numerator * (ulong)weight) - (quotient * _narrow));
        if (remainder >= _narrow)
        {
            quotient++;
            remainder -= _narrow;
        }

        return (long)quotient;
    }

    /// <summary>As above with a divisor of up to 126 bits; the products stay below 2^126, which numerator and weight bound.</summary>
    private long WideQuota(long weight, out UInt128 remainder)
    {
        remainder = 0;
        if (_divisor == 0)
        {
            return 0;
        }

        var quotient = Estimate(weight);
        remainder = ((UInt128)_numerator * (ulong)weight) - (quotient * _divisor);
        if (remainder >= _divisor)
        {
            quotient++;
            remainder -= _divisor;
        }

        return (long)quotient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Estimate(long weight)
    {
        var high = Math.BigMul(_reciprocal, (ulong)weight, out var low);
        return (high << (64 - _shift)) | (low >> _shift);
    }
}
