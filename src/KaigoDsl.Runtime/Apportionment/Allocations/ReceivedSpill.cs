using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>What an earlier allocation left to this one.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Allocation">Index of the allocation that receives it.</param>
/// <param name="Pool">Index of the 枠 that receives it; −1 for all in proportion to their budgets.</param>
/// <param name="Amount">In 円.</param>
public sealed record ReceivedSpill(string Source, int Allocation, int Pool, Rational Amount)
{
    /// <summary>What earlier allocations left to one.</summary>
    /// <param name="allocation">Index of the allocation that receives.</param>
    /// <param name="sources">The earlier allocations, in order.</param>
    public static ImmutableArray<ReceivedSpill> For(int allocation, params ReadOnlySpan<AllocationOutcome> sources)
    {
        var received = ImmutableArray.CreateBuilder<ReceivedSpill>();
        foreach (var source in sources)
        {
            received.AddRange(source.Spills.Where(spill => spill.Allocation == allocation));
        }

        return received.ToImmutable();
    }
}
