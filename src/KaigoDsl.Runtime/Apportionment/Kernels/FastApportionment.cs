using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>
/// Apportionment on 64-bit numbers in memory of the caller, for generated code and large nations: nothing is allocated. Weights are whole
/// numbers in any one unit (take the mantissas over a common denominator), amounts and caps are whole rounding units. Every method says
/// <see langword="false"/>, having written nothing of use, when the numbers do not fit or are not sound (negative); <see cref="Apportioner"/>
/// then gives the answer or the reason. Where both answer, they agree.
/// </summary>
public static class FastApportionment
{
    /// <summary>After so many rounds dividing with caps leaves it to the method that sorts.</summary>
    private const int MostRounds = 64;

    /// <summary>Divides a budget in proportion to weights and rounds every amount.</summary>
    /// <param name="weights">By recipient.</param>
    /// <param name="budgetNumerator">The budget in rounding units, as a fraction.</param>
    /// <param name="budgetDenominator">Above 0.</param>
    /// <param name="mode">How amounts are rounded; not <see cref="RoundingMode.None"/>.</param>
    /// <param name="amounts">Receives the amounts.</param>
    /// <param name="paid">Σ amounts.</param>
    public static bool TryApportion(
        ReadOnlySpan<long> weights, long budgetNumerator, long budgetDenominator, RoundingMode mode, Span<long> amounts, out long paid)
    {
        paid = 0;
        if (!TrySum(weights, out var sum, out var largest)
            || !ProportionalRate.TryCreate(budgetNumerator, budgetDenominator, sum, largest, out var rate))
        {
            return false;
        }

        rate.Amounts(weights, mode, amounts);
        return TrySum(amounts[..weights.Length], out paid, out _);
    }

    /// <summary>As <see cref="TryApportion"/> inside each class of recipients, with a budget each (規模別).</summary>
    /// <param name="weights">By recipient.</param>
    /// <param name="classes">By recipient: its class, from 0; a recipient outside all classes has −1 and gets nothing.</param>
    /// <param name="budgetNumerators">By class: the budget in rounding units over the common denominator.</param>
    /// <param name="budgetDenominator">Above 0.</param>
    /// <param name="mode">How amounts are rounded; not <see cref="RoundingMode.None"/>.</param>
    /// <param name="amounts">Receives the amounts.</param>
    /// <param name="paid">Receives Σ amounts by class.</param>
    public static bool TryApportionByClass(
        ReadOnlySpan<long> weights,
        ReadOnlySpan<int> classes,
        ReadOnlySpan<long> budgetNumerators,
        long budgetDenominator,
        RoundingMode mode,
        Span<long> amounts,
        Span<long> paid)
    {
        const int MostOnStack = 32;
        var count = budgetNumerators.Length;
        var sums = count <= MostOnStack ? stackalloc Int128[MostOnStack] : new Int128[count];
        var largest = count <= MostOnStack ? stackalloc long[MostOnStack] : new long[count];
        var rates = count <= MostOnStack ? stackalloc ProportionalRate[MostOnStack] : new ProportionalRate[count];
        sums.Clear();
        largest.Clear();
        long signs = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var (weight, group) = (weights[i], classes[i]);
            signs |= weight;
            if (group >= 0)
            {
                sums[group] += weight;
                largest[group] = Math.Max(largest[group], weight);
            }
        }

        if (signs < 0)
        {
            return false;
        }

        for (var group = 0; group < count; group++)
        {
            if (sums[group] > long.MaxValue
                || !ProportionalRate.TryCreate(budgetNumerators[group], budgetDenominator, (long)sums[group], largest[group], out rates[group]))
            {
                return false;
            }
        }

        // No class's amounts pass its budget by more than a unit each, but that sum may pass 64 bits.
        paid[..count].Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var group = classes[i];
            var amount = group < 0 ? 0 : rates[group].Amount(weights[i], mode);
            amounts[i] = amount;
            if (group >= 0)
            {
                paid[group] += amount;
                if (paid[group] < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Divides a budget with caps, redistributing what they cut off by the same weights until it settles, and rounds. In every round those
    /// who are above their cap at the present level get the cap and leave; the level only rises, so nobody comes back, and the end is the
    /// one point at which everybody has level × weight or the cap.
    /// </summary>
    /// <param name="weights">By recipient.</param>
    /// <param name="caps">By recipient, in whole units; <see cref="long.MaxValue"/> where there is none.</param>
    /// <param name="budget">In whole units.</param>
    /// <param name="mode">How amounts are rounded; not <see cref="RoundingMode.None"/>.</param>
    /// <param name="amounts">Receives the amounts.</param>
    /// <param name="paid">Σ amounts.</param>
    /// <param name="level">The level in units per weight, as numerator and denominator; (0, 0) when all are at their caps.</param>
    public static bool TryApportionCapped(
        ReadOnlySpan<long> weights,
        ReadOnlySpan<long> caps,
        long budget,
        RoundingMode mode,
        Span<long> amounts,
        out long paid,
        out (long Numerator, long Denominator) level) =>
        TryApportionCapped(weights, caps, budget, 1, mode, amounts, out paid, out level);

    /// <summary>As above with a budget that is a fraction; the level is then per unit of weight × denominator.</summary>
    internal static bool TryApportionCapped(
        ReadOnlySpan<long> weights,
        ReadOnlySpan<long> caps,
        long budgetNumerator,
        long budgetDenominator,
        RoundingMode mode,
        Span<long> amounts,
        out long paid,
        out (long Numerator, long Denominator) level)
    {
        const long Free = -1;
        paid = 0;
        level = default;
        if (budgetNumerator < 0 || !TrySum(weights, out var slope, out var largest))
        {
            return false;
        }

        amounts[..weights.Length].Fill(Free);
        var rest = budgetNumerator;
        ProportionalRate rate;
        for (var (round, moved) = (0, true); ; round++)
        {
            if (round == MostRounds || !ProportionalRate.TryCreate(rest, budgetDenominator, slope, largest, out rate))
            {
                return false;
            }

            if (!moved || slope == 0)
            {
                break;
            }

            moved = false;
            var (roundRest, roundSlope) = ((Int128)rest, slope);
            for (var i = 0; i < weights.Length; i++)
            {
                var cap = caps[i];
                if (amounts[i] != Free)
                {
                    continue;
                }

                if (cap < 0)
                {
                    return false;
                }

                var quota = rate.Quota(weights[i], out var remainder);
                if (quota > cap || (quota == cap && remainder > 0))
                {
                    amounts[i] = cap;
                    roundRest -= (Int128)cap * budgetDenominator;
                    roundSlope -= weights[i];
                    moved = true;
                }
            }

            // Caps below the quotas never take more than there is.
            (rest, slope) = ((long)roundRest, roundSlope);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (amounts[i] == Free)
            {
                amounts[i] = rate.Amount(weights[i], mode);
            }
        }

        level = slope == 0 ? default : (rest, slope);
        return TrySum(amounts[..weights.Length], out paid, out _);
    }

    /// <summary>
    /// The largest remainder after rounding down: hands <paramref name="units"/> units, one each, to the recipients with the largest remainders.
    /// </summary>
    /// <param name="weights">By recipient, as apportioned.</param>
    /// <param name="rate">The rate they were apportioned with.</param>
    /// <param name="units">How many units; more than recipients with a remainder are not handed out.</param>
    /// <param name="tieKeys">By recipient; decides between equal remainders.</param>
    /// <param name="order">Which end of the keys comes first.</param>
    /// <param name="amounts">The rounded amounts; some grow by 1.</param>
    /// <param name="remainders">Room for one number per recipient.</param>
    /// <param name="recipients">Room for one number per recipient.</param>
    /// <returns>Whether the keys decide every tie that matters and the remainders fit in 64 bits.</returns>
    public static bool TryGiveLargestRemainders(
        ReadOnlySpan<long> weights,
        in ProportionalRate rate,
        long units,
        ReadOnlySpan<long> tieKeys,
        TieOrder order,
        Span<long> amounts,
        Span<long> remainders,
        Span<int> recipients)
    {
        if (rate.Divisor > long.MaxValue)
        {
            return false;
        }

        var count = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            rate.Quota(weights[i], out var remainder);
            if (remainder > 0)
            {
                // Sorted ascending, so the largest must be the smallest.
                remainders[count] = -(long)remainder;
                recipients[count++] = i;
            }
        }

        remainders = remainders[..count];
        recipients = recipients[..count];
        var given = (int)Math.Clamp(units, 0, count);
        remainders.Sort(recipients);
        if (given > 0 && given < count && remainders[given] == remainders[given - 1])
        {
            var level = remainders[given];
            var start = remainders.IndexOf(level);
            var end = remainders.LastIndexOf(level) + 1;
            var keys = remainders[start..end];
            var group = recipients[start..end];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = order == TieOrder.Ascending ? tieKeys[group[i]] : ~tieKeys[group[i]];
            }

            keys.Sort(group);
            if (keys[given - start] == keys[given - start - 1])
            {
                return false;
            }
        }

        foreach (var recipient in recipients[..given])
        {
            amounts[recipient]++;
        }

        return true;
    }

    /// <summary>Sums numbers of which none may be negative.</summary>
    internal static bool TrySum(ReadOnlySpan<long> values, out long sum, out long largest)
    {
        var (sums, most, bits) = (Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero);
        var whole = values.Length - (values.Length % Vector512<long>.Count);
        for (var i = 0; i < whole; i += Vector512<long>.Count)
        {
            var next = Vector512.Create(values[i..]);
            (sums, most, bits) = (sums + next, Vector512.Max(most, next), bits | next);
        }

        for (var lane = 0; lane < Vector512<long>.Count; lane++)
        {
            most = most.WithElement(0, Math.Max(most[0], most[lane]));
            bits = bits.WithElement(0, bits[0] | bits[lane]);
        }

        foreach (var value in values[whole..])
        {
            most = most.WithElement(0, Math.Max(most[0], value));
            bits = bits.WithElement(0, bits[0] | value);
        }

        (sum, largest) = (0, most[0]);
        if (bits[0] < 0 || (Int128)largest * values.Length <= long.MaxValue)
        {
            sum = Vector512.Sum(sums);
            foreach (var value in values[whole..])
            {
                sum = unchecked(sum + value);
            }

            return bits[0] >= 0;
        }

        // So large that the sum itself may not fit.
        (sum, largest) = (0, 0);
        long signs = 0;
        foreach (var value in values)
        {
            signs |= value;
            sum = unchecked(sum + value);
            signs |= sum; // The first sum that does not fit is negative, since both sides are below 2^63.
            largest = Math.Max(largest, value);
        }

        return signs >= 0;
    }
}
