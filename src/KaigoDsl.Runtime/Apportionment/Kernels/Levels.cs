namespace KaigoDsl.Runtime;

/// <summary>
/// Finds the level: 円 per unit of weight such that Σ min(cap, max(floor, level × weight)) is the budget. That sum grows with the level
/// and is straight between the levels at which a recipient leaves its floor or reaches its cap, so sorting those settles it exactly; there
/// is one answer, whatever the order of recipients, and it is where repeated rounds of redistribution end.
/// </summary>
internal static class Levels
{
    /// <summary>Finds the smallest level.</summary>
    /// <param name="request">A sound request.</param>
    /// <param name="weightSum">Σw.</param>
    /// <param name="unallocated">What nobody may have.</param>
    /// <param name="lacking">What the floors need beyond the budget; 0 when they fit.</param>
    public static Rational Find(ApportionmentRequest request, Rational weightSum, out Rational unallocated, out Rational lacking)
    {
        lacking = Rational.Zero;
        if (request.HasBounds && request.Bounds == BoundsRule.UntilSettled)
        {
            return FindSettled(request, withCaps: true, out unallocated, out lacking);
        }

        Rational level;
        if (!request.Floors.IsEmpty)
        {
            level = FindSettled(request, withCaps: false, out unallocated, out lacking);
        }
        else
        {
            unallocated = weightSum.Sign == 0 ? request.Budget : Rational.Zero;
            level = request.Budget / weightSum;
        }

        for (var i = 0; i < request.Caps.Length; i++)
        {
            if (request.EffectiveCap(i) is { } cap && !level.IsMissing)
            {
                unallocated += Rational.Max(Rational.Zero, (level * request.Weights[i]) - cap);
            }
        }

        return level;
    }

    private static Rational FindSettled(ApportionmentRequest request, bool withCaps, out Rational unallocated, out Rational lacking)
    {
        var (turns, atBounds, slope) = Turns(request, withCaps);
        var rest = request.Budget - atBounds;
        unallocated = Rational.Zero;
        lacking = rest.Sign < 0 ? -rest : Rational.Zero;
        if (rest.Sign <= 0)
        {
            return Rational.Zero;
        }

        // The sum is atBounds + slope × level from one turn to the next.
        foreach (var (level, fixedChange, slopeChange) in turns)
        {
            if ((atBounds + (slope * level)).CompareTo(request.Budget) >= 0)
            {
                break;
            }

            atBounds += fixedChange;
            slope += slopeChange;
        }

        if (slope.Sign > 0)
        {
            return (request.Budget - atBounds) / slope;
        }

        unallocated = request.Budget - atBounds;
        return Rational.Missing;
    }

    /// <summary>Where the sum turns, in order; and the sum and its slope at level 0.</summary>
    private static (List<(Rational Level, Rational Fixed, Rational Slope)> Turns, Rational AtBounds, Rational Slope) Turns(ApportionmentRequest request, bool withCaps)
    {
        var turns = new List<(Rational Level, Rational Fixed, Rational Slope)>();
        var (atBounds, slope) = (Rational.Zero, Rational.Zero);
        for (var i = 0; i < request.Weights.Length; i++)
        {
            var (weight, floor, cap) = (request.Weights[i], request.EffectiveFloor(i), request.EffectiveCap(i));
            atBounds += floor;
            if (weight.Sign == 0)
            {
                continue;
            }

            if (floor.Sign == 0)
            {
                slope += weight;
            }
            else
            {
                turns.Add((floor / weight, -floor, weight));
            }

            if (withCaps && cap is { } most)
            {
                turns.Add((most / weight, most, -weight));
            }
        }

        turns.Sort((a, b) => a.Level.CompareTo(b.Level));
        return (turns, atBounds, slope);
    }
}
