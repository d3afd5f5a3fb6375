using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>An allocation that may leave money to another.</summary>
/// <param name="Factors">What it depends on.</param>
/// <param name="Spills">What it leaves to an allocation in a world, in the indexes of the comparison.</param>
internal sealed record MoneySource(IReadOnlyList<int> Factors, Func<FactorSet, AllocationBetween, IEnumerable<ReceivedSpill>> Spills);
