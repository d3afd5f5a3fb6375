using System.Numerics;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>
/// The same meaning written the other way: floors and caps are settled in rounds (all that are over are fixed when they are more over
/// than the others are under, and the other way round), remainders are handed out one at a time. It shares nothing with the product but
/// the request.
/// </summary>
internal static class NaiveApportionment
{
    /// <summary>The amounts, or null when the floors do not fit; rounds is how often was redistributed.</summary>
    public static NaiveFraction[]? Amounts(ApportionmentRequest request, out int rounds)
    {
        var quotas = Quotas(request, out rounds);
        if (quotas is null)
        {
            return null;
        }

        var amounts = quotas.Select(q => Round(q, request.Rounding)).ToArray();
        if (request.Residue == ResidueRule.LargestRemainder)
        {
            Close(request, quotas, amounts);
        }

        return amounts;
    }

    public static NaiveFraction[]? Quotas(ApportionmentRequest request, out int rounds)
    {
        rounds = 0;
        var weights = request.Weights.Select(NaiveFraction.From).ToArray();
        var budget = NaiveFraction.From(request.Budget);
        var sum = Sum(weights);
        if (request.HasBounds && request.Bounds == BoundsRule.UntilSettled)
        {
            return Settle(request, weights, budget, out rounds);
        }

        if (!request.Floors.IsEmpty)
        {
            // Floors first, as if nobody had a cap beyond it; then the caps.
            var floored = request with { Floors = [.. weights.Select((_, i) => (Rational?)request.EffectiveFloor(i))], Caps = [] };
            return Settle(floored, weights, budget, out rounds)?.Select((q, i) => Cap(request, i) is { } cap && cap < q ? cap : q).ToArray();
        }

        return
        [
            .. weights.Select((w, i) =>
            {
                var quota = sum.N.IsZero ? NaiveFraction.Zero : budget * Round(w / sum, request.ShareRounding);
                return Cap(request, i) is { } cap && cap < quota ? cap : quota;
            }),
        ];
    }

    private static NaiveFraction[]? Settle(ApportionmentRequest request, NaiveFraction[] weights, NaiveFraction budget, out int rounds)
    {
        rounds = 0;
        var floors = weights.Select((_, i) => Floor(request, i)).ToArray();
        var caps = weights.Select((w, i) => w.N.IsZero ? floors[i] : Cap(request, i)).ToArray();
        if (budget < Sum(floors))
        {
            return null;
        }

        var fixedAt = new NaiveFraction?[weights.Length];
        while (true)
        {
            var free = Enumerable.Range(0, weights.Length).Where(i => fixedAt[i] is null).ToArray();
            var rest = budget - Sum(fixedAt.Select(f => f ?? NaiveFraction.Zero));
            var slope = Sum(free.Select(i => weights[i]));
            var level = slope.N.IsZero ? NaiveFraction.Zero : rest / slope;
            var over = free.Where(i => caps[i] is { } cap && level * weights[i] > cap).ToArray();
            var under = free.Where(i => level * weights[i] < floors[i]).ToArray();
            if (over.Length + under.Length == 0)
            {
                return [.. weights.Select((w, i) => fixedAt[i] ?? level * w)];
            }

            rounds++;
            var excess = Sum(over.Select(i => (level * weights[i]) - caps[i]!.Value));
            var lack = Sum(under.Select(i => floors[i] - (level * weights[i])));
            if (!(excess < lack))
            {
                foreach (var i in over)
                {
                    fixedAt[i] = caps[i];
                }
            }

            if (!(lack < excess))
            {
                foreach (var i in under)
                {
                    fixedAt[i] = floors[i];
                }
            }
        }
    }

    private static void Close(ApportionmentRequest request, NaiveFraction[] quotas, NaiveFraction[] amounts)
    {
        var unit = NaiveFraction.From(request.Rounding.Unit);
        var weights = request.Weights.Select(NaiveFraction.From).ToArray();
        var sum = Sum(weights);
        var exact = request.HasBounds || sum.N.IsZero
            ? quotas
            : [.. weights.Select(w => NaiveFraction.From(request.Budget) * w / sum)];
        var left = Sum(exact) - Sum(amounts);
        var open = Enumerable.Range(0, amounts.Length).ToHashSet();
        while (left.N.Sign < 0 || !(left < unit))
        {
            var sign = left.N.Sign < 0 ? -1 : 1;
            var next = open
                .Select(i => (Index: i, Far: sign > 0 ? exact[i] - amounts[i] : amounts[i] - exact[i]))
                .Where(c => c.Far.N.Sign > 0 && (sign > 0 || !(amounts[c.Index] < unit)))
                .OrderByDescending(c => c.Far, Comparer<NaiveFraction>.Create((a, b) => a < b ? -1 : b < a ? 1 : 0))
                .ThenBy(c => request.TieKeys.IsEmpty ? Rational.Zero : request.TieOrder == TieOrder.Ascending ? request.TieKeys[c.Index] : -request.TieKeys[c.Index])
                .ThenBy(c => request.FinalKeys.IsEmpty ? string.Empty : request.FinalKeys[c.Index], StringComparer.Ordinal)
                .Select(c => (int?)c.Index)
                .FirstOrDefault();
            if (next is not { } index)
            {
                return;
            }

            open.Remove(index);
            amounts[index] = sign > 0 ? amounts[index] + unit : amounts[index] - unit;
            left = Sum(exact) - Sum(amounts);
        }
    }

    private static NaiveFraction? Cap(ApportionmentRequest request, int i) =>
        request.Caps.IsEmpty || request.Caps[i] is not { } cap ? null
        : Round(NaiveFraction.From(cap), request.Rounding.Mode == RoundingMode.None ? request.Rounding : new(RoundingMode.Down, request.Rounding.Unit));

    private static NaiveFraction Floor(ApportionmentRequest request, int i)
    {
        if (request.Floors.IsEmpty || request.Floors[i] is not { } floor)
        {
            return NaiveFraction.Zero;
        }

        var whole = Round(NaiveFraction.From(floor), request.Rounding.Mode == RoundingMode.None ? request.Rounding : new(RoundingMode.Up, request.Rounding.Unit));
        return Cap(request, i) is { } cap && cap < whole ? cap : whole;
    }

    private static NaiveFraction Round(NaiveFraction value, AmountRounding rounding)
    {
        if (rounding.Mode == RoundingMode.None)
        {
            return value;
        }

        var unit = NaiveFraction.From(rounding.Unit);
        var units = value / unit;
        var whole = rounding.Mode switch
        {
            RoundingMode.Down => units.Floor(),
            RoundingMode.Up => -new NaiveFraction(-units.N, units.D).Floor(),
            _ => new NaiveFraction((2 * units.N) + units.D, 2 * units.D).Floor(),
        };
        return new NaiveFraction(whole, BigInteger.One) * unit;
    }

    private static NaiveFraction Sum(IEnumerable<NaiveFraction> values) => values.Aggregate(NaiveFraction.Zero, (a, b) => a + b);
}
