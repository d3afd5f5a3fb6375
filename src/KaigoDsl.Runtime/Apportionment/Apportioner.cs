using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// Divides a budget exactly (按分). The result depends neither on the order of the recipients nor on the scale of the weights. Uses the
/// 64-bit kernels of <see cref="FastApportionment"/> where the numbers fit, and grows to numbers of any size where they do not.
/// </summary>
public static class Apportioner
{
    /// <summary>Divides the budget, or says why not.</summary>
    /// <exception cref="ArgumentException">Arrays of different lengths, or rules that do not go together.</exception>
    public static ApportionmentResult Apportion(ApportionmentRequest request)
    {
        RequireWellFormed(request);
        var problems = RequestProblems.Find(request);
        if (!problems.IsEmpty)
        {
            return new ApportionmentResult(request, problems);
        }

        if (FastPath.TryApportion(request, out var fast))
        {
            return fast;
        }

        var weightSum = ExactSum.Of(request.Weights.AsSpan());
        var level = Levels.Find(request, weightSum, out var unallocated, out var lacking);
        if (lacking.Sign > 0)
        {
            return new ApportionmentResult(request, [new ApportionmentProblem(ApportionmentProblemKind.FloorsExceedBudget, -1, lacking)]);
        }

        // A result without amounts yet knows the quotas.
        var draft = new ApportionmentResult(request, weightSum, level, unallocated, [], []);
        var amounts = new Rational[request.Weights.Length];
        for (var i = 0; i < amounts.Length; i++)
        {
            amounts[i] = request.Rounding.Apply(draft.Quota(i));
        }

        var moved = ImmutableArray<sbyte>.Empty;
        if (request.Residue == ResidueRule.LargestRemainder)
        {
            problems = LargestRemainder.Distribute(request, draft, amounts, out moved);
            if (!problems.IsEmpty)
            {
                return new ApportionmentResult(request, problems);
            }
        }

        return new ApportionmentResult(request, weightSum, level, unallocated, ImmutableArray.Create(amounts), moved);
    }

    private static void RequireWellFormed(ApportionmentRequest request)
    {
        var count = request.Weights.Length;
        if ((!request.Caps.IsEmpty && request.Caps.Length != count)
            || (!request.Floors.IsEmpty && request.Floors.Length != count)
            || (!request.TieKeys.IsEmpty && request.TieKeys.Length != count)
            || (!request.FinalKeys.IsEmpty && request.FinalKeys.Length != count))
        {
            throw new ArgumentException("There must be one cap, floor and key per weight, or none.", nameof(request));
        }

        if (request.HasBounds && request.ShareRounding.Mode != RoundingMode.None)
        {
            throw new ArgumentException("Shares cannot be rounded where caps or floors move them.", nameof(request));
        }

        if (request.Residue == ResidueRule.LargestRemainder && request.Rounding.Mode == RoundingMode.None)
        {
            throw new ArgumentException("The largest remainder hands out units, so there must be a rounding.", nameof(request));
        }
    }
}
