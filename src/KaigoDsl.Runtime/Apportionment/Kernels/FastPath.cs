using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>Answers a request with the 64-bit kernels when every number fits.</summary>
internal static class FastPath
{
    public static bool TryApportion(ApportionmentRequest request, [NotNullWhen(true)] out ApportionmentResult? result)
    {
        result = null;
        if (request.Rounding.Mode == RoundingMode.None
            || request.ShareRounding.Mode != RoundingMode.None
            || !request.Floors.IsEmpty
            || (request.HasBounds && (request.Bounds == BoundsRule.Once || request.Residue != ResidueRule.Report))
            || (request.Residue == ResidueRule.LargestRemainder && request.Rounding.Mode != RoundingMode.Down)
            || !(request.Budget / request.Rounding.Unit).TryGetInt64(out var budget, out var denominator)
            || (request.HasBounds && denominator != 1))
        {
            return false;
        }

        var weights = new long[request.Weights.Length];
        if (!TryScale(request.Weights.AsSpan(), weights, out var scale))
        {
            return false;
        }

        var amounts = new long[weights.Length];
        return request.HasBounds
            ? TryCapped(request, weights, scale, budget, amounts, out result)
            : TryPlain(request, weights, scale, budget, denominator, amounts, out result);
    }

    private static bool TryPlain(
        ApportionmentRequest request, long[] weights, long scale, long budget, long denominator, long[] amounts, [NotNullWhen(true)] out ApportionmentResult? result)
    {
        result = null;
        if (!FastApportionment.TryApportion(weights, budget, denominator, request.Rounding.Mode, amounts, out var paid)
            || !FastApportionment.TrySum(weights, out var sum, out var largest))
        {
            return false;
        }

        var moved = ImmutableArray<sbyte>.Empty;
        if (request.Residue == ResidueRule.LargestRemainder
            && (sum == 0
                || !ProportionalRate.TryCreate(budget, denominator, sum, largest, out var rate)
                || !TryGive(request, weights, rate, (budget / denominator) - paid, amounts, out moved)))
        {
            return false;
        }

        var weightSum = Rational.Create(sum, scale);
        result = new ApportionmentResult(
            request,
            weightSum,
            sum == 0 ? Rational.Missing : request.Budget / weightSum,
            sum == 0 ? request.Budget : Rational.Zero,
            Amounts(request, amounts),
            moved);
        return true;
    }

    private static bool TryGive(
        ApportionmentRequest request, long[] weights, in ProportionalRate rate, long units, long[] amounts, out ImmutableArray<sbyte> moved)
    {
        moved = [];
        if (units == 0)
        {
            return true;
        }

        var keys = new long[weights.Length];
        if (request.TieKeys.Any(k => k.IsMissing) || !TryScale(request.TieKeys.AsSpan(), keys, out _))
        {
            return false;
        }

        var before = amounts.ToArray();
        if (!FastApportionment.TryGiveLargestRemainders(weights, rate, units, keys, request.TieOrder, amounts, new long[weights.Length], new int[weights.Length]))
        {
            return false;
        }

        var given = new sbyte[weights.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = (sbyte)(amounts[i] - before[i]);
        }

        moved = ImmutableArray.Create(given);
        return true;
    }

    private static bool TryCapped(
        ApportionmentRequest request, long[] weights, long scale, long budget, long[] amounts, [NotNullWhen(true)] out ApportionmentResult? result)
    {
        result = null;
        var caps = new long[weights.Length];
        for (var i = 0; i < caps.Length; i++)
        {
            if (request.Caps[i] is not { } cap)
            {
                caps[i] = long.MaxValue;
                continue;
            }

            var units = (cap / request.Rounding.Unit).Floor();
            if (units >= long.MaxValue)
            {
                return false;
            }

            caps[i] = (long)units;
        }

        if (budget == 0 || !FastApportionment.TryApportionCapped(weights, caps, budget, request.Rounding.Mode, amounts, out var paid, out var level)
            || !FastApportionment.TrySum(weights, out var sum, out _))
        {
            return false;
        }

        // All at their caps: what is left is nobody's. Otherwise only rounding leaves something.
        result = new ApportionmentResult(
            request,
            Rational.Create(sum, scale),
            level.Denominator == 0 ? Rational.Missing : Rational.Create(level.Numerator, level.Denominator) * Rational.FromInt64(scale) * request.Rounding.Unit,
            level.Denominator == 0 ? Rational.FromInt64(budget - paid) * request.Rounding.Unit : Rational.Zero,
            Amounts(request, amounts),
            []);
        return true;
    }

    private static ImmutableArray<Rational> Amounts(ApportionmentRequest request, long[] units)
    {
        var amounts = ImmutableArray.CreateBuilder<Rational>(units.Length);
        foreach (var amount in units)
        {
            amounts.Add(Rational.FromInt64(amount) * request.Rounding.Unit);
        }

        return amounts.MoveToImmutable();
    }

    /// <summary>Whole numbers over one common denominator; false when they do not fit in 64 bits. No value may be missing.</summary>
    private static bool TryScale(ReadOnlySpan<Rational> values, Span<long> scaled, out long scale)
    {
        var common = BigInteger.One;
        scale = 1;
        foreach (var value in values)
        {
            if (!value.TryGetInt64(out _, out var denominator))
            {
                return false;
            }

            if (denominator != scale)
            {
                common = common / BigInteger.GreatestCommonDivisor(common, denominator) * denominator;
                if (common > long.MaxValue)
                {
                    return false;
                }

                scale = (long)common;
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i].TryGetInt64(out var numerator, out var denominator);
            var product = (Int128)numerator * (scale / denominator);
            if (product > long.MaxValue || product < long.MinValue)
            {
                return false;
            }

            scaled[i] = (long)product;
        }

        return true;
    }
}
