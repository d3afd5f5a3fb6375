using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Lowers what an allocation and its 枠 have in common.</summary>
/// <param name="expressions">The expressions of the rules the allocation stands on.</param>
/// <param name="allocations">The allocations of the group in order.</param>
/// <param name="numbers">Their indexes in the program.</param>
internal sealed class AmountLowerer(ExpressionLowerer expressions, IReadOnlyList<AllocationSymbol> allocations, IReadOnlyList<int> numbers)
{
    /// <summary>By target, so that the order they are written in means nothing.</summary>
    public static ImmutableArray<AllocationRounding> Sort(IEnumerable<AllocationRounding> roundings) => [.. roundings.OrderBy(r => r.Target)];

    public ExpressionPlan Lower(BoundExpression? expression) =>
        expressions.Lower(expression ?? throw new InvalidOperationException("A spec with errors must not be lowered."));

    public ExpressionPlan? LowerOptional(BoundExpression? expression) => expression is null ? null : expressions.Lower(expression);

    public RedistributionPlan? Lower(RedistributionSymbol? redistribution) => redistribution is null ? null : new RedistributionPlan(
        LowerOptional(redistribution.Weight), redistribution.Rounds, LowerOptional(redistribution.Participants), Lowerer.Locate(redistribution.Location));

    public ResiduePlan? Lower(ResidueSymbol? residue) => residue is null ? null : new ResiduePlan(
        residue.Kind,
        LowerOptional(residue.Key),
        residue.KeyDirection,
        residue.Recipients.ToImmutableArray(),
        residue.Allocation is { } allocation ? IndexOf(allocation) : -1,
        residue.Pool?.Index ?? -1,
        Lowerer.Locate(residue.Location));

    private int IndexOf(AllocationSymbol allocation)
    {
        for (var i = 0; i < allocations.Count; i++)
        {
            if (ReferenceEquals(allocations[i], allocation))
            {
                return numbers[i];
            }
        }

        return -1;
    }
}
