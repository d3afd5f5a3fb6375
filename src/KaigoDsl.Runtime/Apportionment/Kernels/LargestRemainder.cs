using System.Collections.Immutable;
using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>
/// 最大剰余: what rounding left is handed out one unit each to the largest remainders (exact amount − rounded amount), or, when rounding
/// spent too much, taken back one unit each from the smallest. Nobody gets a unit whose amount is already at or above the exact one.
/// </summary>
internal static class LargestRemainder
{
    /// <summary>Moves the units.</summary>
    /// <returns>Why it cannot be done; empty when it was.</returns>
    public static ImmutableArray<ApportionmentProblem> Distribute(
        ApportionmentRequest request, ApportionmentResult quotas, Rational[] amounts, out ImmutableArray<sbyte> moved)
    {
        moved = [];
        var left = (request.Budget - quotas.Unallocated - ExactSum.Of(amounts)) / request.Rounding.Unit;
        var wanted = left.Floor(); // Below zero when units must come back.
        if (wanted.IsZero)
        {
            return [];
        }

        var sign = wanted.Sign;
        var candidates = Candidates(request, quotas, amounts, sign);
        var count = (int)BigInteger.Min(BigInteger.Abs(wanted), candidates.Count);
        candidates.Sort((a, b) => Compare(request, a, b));
        var problems = Undecided(request, candidates, count);
        if (!problems.IsEmpty)
        {
            return problems;
        }

        var units = new sbyte[amounts.Length];
        for (var i = 0; i < count; i++)
        {
            var recipient = candidates[i].Recipient;
            units[recipient] = (sbyte)sign;
            amounts[recipient] += sign > 0 ? request.Rounding.Unit : -request.Rounding.Unit;
        }

        moved = ImmutableArray.Create(units);
        return [];
    }

    /// <summary>Who is below its exact amount (or above, when units come back), with how far.</summary>
    private static List<(int Recipient, Rational Distance)> Candidates(ApportionmentRequest request, ApportionmentResult quotas, Rational[] amounts, int sign)
    {
        var candidates = new List<(int, Rational)>();
        for (var i = 0; i < amounts.Length; i++)
        {
            // Where shares were rounded the remainder is against the share itself, so that the budget closes.
            var exact = request.HasBounds || quotas.Level.IsMissing ? quotas.Quota(i) : quotas.Level * request.Weights[i];
            var distance = sign > 0 ? exact - amounts[i] : amounts[i] - exact;
            if (distance.Sign > 0 && (sign > 0 || amounts[i].CompareTo(request.Rounding.Unit) >= 0))
            {
                candidates.Add((i, distance));
            }
        }

        return candidates;
    }

    private static int Compare(ApportionmentRequest request, (int Recipient, Rational Distance) a, (int Recipient, Rational Distance) b)
    {
        var order = b.Distance.CompareTo(a.Distance);
        if (order == 0 && !request.TieKeys.IsEmpty)
        {
            order = CompareKeys(request.TieKeys[a.Recipient], request.TieKeys[b.Recipient], request.TieOrder);
        }

        return order != 0 || request.FinalKeys.IsEmpty
            ? order
            : string.CompareOrdinal(request.FinalKeys[a.Recipient], request.FinalKeys[b.Recipient]);
    }

    /// <summary>Who has no key comes last.</summary>
    private static int CompareKeys(Rational a, Rational b, TieOrder order) =>
        a.IsMissing || b.IsMissing ? a.IsMissing.CompareTo(b.IsMissing)
        : order == TieOrder.Ascending ? a.CompareTo(b)
        : b.CompareTo(a);

    /// <summary>Whoever stands level with the last to get a unit but gets none, or has no key to compete with.</summary>
    private static ImmutableArray<ApportionmentProblem> Undecided(ApportionmentRequest request, List<(int Recipient, Rational Distance)> candidates, int count)
    {
        if (count == 0 || count == candidates.Count)
        {
            return [];
        }

        var last = candidates[count - 1];
        var level = candidates.Where(c => c.Distance == last.Distance).ToArray();
        if (candidates[count].Distance != last.Distance)
        {
            return [];
        }

        var problems = request.TieKeys.IsEmpty
            ? []
            : level.Where(c => request.TieKeys[c.Recipient].IsMissing)
                .Select(c => new ApportionmentProblem(ApportionmentProblemKind.MissingTieKey, c.Recipient, Rational.Missing));
        if (!problems.Any() && Compare(request, last, candidates[count]) == 0)
        {
            problems = level.Where(c => Compare(request, last, c) == 0)
                .Select(c => new ApportionmentProblem(ApportionmentProblemKind.UndecidedTie, c.Recipient, c.Distance));
        }

        return [.. problems.OrderBy(p => p.Recipient)];
    }
}
