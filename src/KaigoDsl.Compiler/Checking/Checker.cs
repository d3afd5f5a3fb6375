using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Compiler.Checking;

/// <summary>Symbols → diagnostics about what they mean together.</summary>
internal static class Checker
{
    public static void Check(BindingResult bound, Reporter reporter, CancellationToken cancellation)
    {
        var used = UsedColumns.Collect(bound.Table.Frameworks, bound.Rules, bound.Table.Allocations);
        foreach (var framework in bound.Table.Frameworks)
        {
            cancellation.ThrowIfCancellationRequested();
            new FrameworkChecker(reporter, used).Check(framework);
        }

        foreach (var rules in bound.Rules)
        {
            new RulesChecker(reporter, used).Check(rules);
        }

        var allocations = new AllocationChecker(reporter);
        foreach (var allocation in bound.Table.Allocations)
        {
            cancellation.ThrowIfCancellationRequested();
            allocations.Check(allocation);
        }

        allocations.CheckTogether(bound.Table.Allocations);
        foreach (var group in bound.Table.SharedGroups.All.Where(g => !g.IsUsed))
        {
            reporter.Report(Descriptors.UnusedSharedGroup, group.Location, group.Label);
        }
    }
}
