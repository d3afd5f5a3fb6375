using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>Finds what makes a request unanswerable, in the order of recipients.</summary>
internal static class RequestProblems
{
    public static ImmutableArray<ApportionmentProblem> Find(ApportionmentRequest request)
    {
        var problems = ImmutableArray.CreateBuilder<ApportionmentProblem>();
        if (request.Budget.IsMissing)
        {
            problems.Add(new(ApportionmentProblemKind.MissingBudget, -1, request.Budget));
        }
        else if (request.Budget.Sign < 0)
        {
            problems.Add(new(ApportionmentProblemKind.NegativeBudget, -1, request.Budget));
        }

        for (var i = 0; i < request.Weights.Length; i++)
        {
            var weight = request.Weights[i];
            if (weight.IsMissing)
            {
                problems.Add(new(ApportionmentProblemKind.MissingWeight, i, weight));
            }
            else if (weight.Sign < 0)
            {
                problems.Add(new(ApportionmentProblemKind.NegativeWeight, i, weight));
            }

            if (request.HasBounds)
            {
                FindBounds(request, i, problems);
            }
        }

        return problems.ToImmutable();
    }

    private static void FindBounds(ApportionmentRequest request, int i, ImmutableArray<ApportionmentProblem>.Builder problems)
    {
        var cap = request.Caps.IsEmpty ? null : request.Caps[i];
        var floor = request.Floors.IsEmpty ? null : request.Floors[i];
        var sound = Check(cap, i, problems) & Check(floor, i, problems);
        if (sound && cap is { } most && floor is { } least && most.CompareTo(least) < 0)
        {
            problems.Add(new(ApportionmentProblemKind.CapBelowFloor, i, most));
        }
    }

    private static bool Check(Rational? bound, int i, ImmutableArray<ApportionmentProblem>.Builder problems)
    {
        if (bound is not { } value || (!value.IsMissing && value.Sign >= 0))
        {
            return true;
        }

        problems.Add(new(value.IsMissing ? ApportionmentProblemKind.MissingBound : ApportionmentProblemKind.NegativeBound, i, value));
        return false;
    }
}
