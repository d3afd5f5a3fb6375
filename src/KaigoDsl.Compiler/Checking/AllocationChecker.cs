using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Checking;

/// <summary>Checks that need a whole allocation: sums of budgets, gates, names, and the points it rests on.</summary>
internal sealed class AllocationChecker(Reporter reporter)
{
    private const int MostNamed = 5;

    public void Check(AllocationSymbol allocation)
    {
        CheckPools(allocation);
        foreach (var pool in allocation.Pools.Where(p => p.Sizes is not null))
        {
            new SizesChecker(reporter, pool).Check();
        }

        foreach (var gate in allocation.Gates.Where(g => RulesChecker.IsNeverMet(g.Decision)))
        {
            reporter.Report(Descriptors.GateNeverMet, gate.Location, [Reporter.DeclaredHere(gate.Decision)], null, gate.Decision.Label);
        }

        foreach (var pool in allocation.Pools)
        {
            CheckShares(allocation, pool);
        }

        CheckIdentifiers(allocation.Pools, "枠");
        foreach (var pool in allocation.Pools)
        {
            CheckIdentifiers(pool.Conditions, "条件");
            CheckIdentifiers(pool.Sizes?.Classes ?? [], "区分");
        }

        CheckPoints(allocation);
    }

    /// <summary>Checks what allocations mean to each other: circles of residues, names.</summary>
    public void CheckTogether(IReadOnlyList<AllocationSymbol> allocations)
    {
        SpillOver.Order(allocations, out var circle);
        if (circle.Count > 0)
        {
            var names = string.Join(" → ", circle.Select(a => "`" + a.Label + "`"));
            reporter.Report(Descriptors.SpillOverCycle, circle[0].Location, names);
        }

        foreach (var siblings in allocations.GroupBy(a => (a.FiscalYear, a.EntityLabel)))
        {
            CheckIdentifiers([.. siblings], "配分");
        }
    }

    /// <summary>A bound moves the shares, so what a rounded share would then mean nobody can say.</summary>
    private void CheckShares(AllocationSymbol allocation, PoolSymbol pool)
    {
        if ((pool.Rules.ShareRoundingLocation ?? allocation.Rules.ShareRoundingLocation) is { } rounding && (pool.Rules.Cap ?? pool.Rules.Floor) is { } bound)
        {
            reporter.Report(
                Descriptors.ShareRoundingWithBounds,
                bound.Location,
                [new RelatedLocation(rounding, new LocalizedText("按分率の端数", "the rounding of the share"))],
                null,
                pool.Label);
        }
    }

    /// <summary>Reports parts whose budgets do not add up to the whole's, with the difference and every place.</summary>
    internal static void CheckSum(
        Reporter reporter,
        DiagnosticDescriptor descriptor,
        string owner,
        BoundExpression? whole,
        IEnumerable<(string Label, BoundExpression? Budget)> parts)
    {
        var budgets = parts.Select(p => (p.Label, p.Budget, Value: p.Budget is null ? null : ConstantFolder.Fold(p.Budget))).ToArray();
        if (whole is null || ConstantFolder.Fold(whole) is not { } stated || budgets.Length == 0 || budgets.Any(b => b.Value is null))
        {
            return;
        }

        var sum = budgets.Aggregate(ExactNumber.Zero, (total, b) => total + (b.Value ?? ExactNumber.Zero));
        if (sum == stated)
        {
            return;
        }

        reporter.Report(
            descriptor,
            whole.Location,
            [.. budgets.Select(b => new RelatedLocation(
                b.Budget?.Location ?? whole.Location,
                new LocalizedText($"`{b.Label}` {DigitGroups.Format(b.Value ?? ExactNumber.Zero)}円", $"`{b.Label}` {DigitGroups.Format(b.Value ?? ExactNumber.Zero)} yen")))],
            null,
            owner,
            DigitGroups.Format(stated),
            DigitGroups.Format(sum),
            string.Join(" + ", budgets.Select(b => b.Label + " " + DigitGroups.Format(b.Value ?? ExactNumber.Zero))),
            DigitGroups.Format(stated - sum));
    }

    private void CheckPools(AllocationSymbol allocation) => CheckSum(
        reporter, Descriptors.PoolsNotBudget, allocation.FullName, allocation.Budget, allocation.Pools.Select(p => (p.Label, p.Budget)));

    private void CheckIdentifiers<T>(IReadOnlyList<T> symbols, string prefix)
        where T : Symbol
    {
        var byIdentifier = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            var identifier = Identifiers.FromLabel(symbol.Label, prefix);
            if (!byIdentifier.TryGetValue(identifier, out var twin))
            {
                byIdentifier.Add(identifier, symbol);
            }
            else if (twin.Label != symbol.Label)
            {
                reporter.Report(
                    Descriptors.IdentifierCollision, symbol.Location, [Reporter.DeclaredHere(twin)], null, symbol.Label, twin.Label, identifier);
            }
        }
    }

    // An allocation that states a 仮定 of its own has said that it knows.
    private void CheckPoints(AllocationSymbol allocation)
    {
        var nodes = RestingPoints.Of(allocation);
        if (nodes.Count == 0 || allocation.Assumptions.Count > 0)
        {
            return;
        }

        var named = nodes.Take(MostNamed).Select(n => $"`{n.DisplayPath}`").ToArray();
        var more = nodes.Count - named.Length;
        var list = more == 0
            ? new LocalizedText(string.Join("、", named), string.Join(", ", named))
            : new LocalizedText(string.Join("、", named) + $" ほか {more} 件", string.Join(", ", named) + $" and {more} more");
        reporter.Report(
            Descriptors.RestsOnUnconfirmedPoints,
            allocation.Location,
            [.. nodes.Take(MostNamed).Select(Reporter.DeclaredHere)],
            null,
            allocation.FullName,
            list);
    }
}
