using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Checking;

/// <summary>Checks that need a whole framework: order of tiers, unused inputs and rankings, identifiers.</summary>
internal sealed class FrameworkChecker(Reporter reporter, UsedColumns used)
{
    public void Check(FrameworkSymbol framework)
    {
        new PointsChecker(reporter).Check(framework);
        foreach (var ranking in framework.AllNodes.Select(n => n.Ranking).OfType<RankingSymbol>())
        {
            CheckTiers(ranking);
        }

        CheckUnusedInputs(framework);
        foreach (var node in framework.AllNodes)
        {
            CheckIdentifiers(node);
        }

        CheckColumnIdentifiers(framework);
    }

    private void CheckTiers(RankingSymbol ranking)
    {
        if (ranking.TierItems.Count == 0 && !ranking.HasBrokenTier)
        {
            reporter.Report(Descriptors.UnusedRanking, ranking.Location);
        }

        BoundTierCondition? before = null;
        foreach (var item in ranking.TierItems)
        {
            if (item.Condition is not BoundTierCondition tier)
            {
                continue;
            }

            if (before is not null && before.Side == tier.Side && tier.Share >= before.Share)
            {
                reporter.Report(
                    Descriptors.TiersNotHarder,
                    tier.Location,
                    [new RelatedLocation(before.Location, new LocalizedText("前の段階", "the tier before it"))],
                    null,
                    tier.Location.Source.ToString(tier.Location.Span),
                    before.Location.Source.ToString(before.Location.Span));
            }

            before = tier;
        }
    }

    private void CheckUnusedInputs(FrameworkSymbol framework)
    {
        // An expression with an error may well use the input; do not add a follow-up to it.
        if (used.HasErrors)
        {
            return;
        }

        foreach (var input in framework.AllNodes.SelectMany(n => n.Inputs).Where(i => !used.Contains(i)))
        {
            reporter.Report(Descriptors.UnusedInput, input.Location, input.Label);
        }
    }

    private void CheckIdentifiers(NodeSymbol node)
    {
        var byIdentifier = new Dictionary<string, NodeSymbol>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            var identifier = Identifiers.FromNode(child.Kind, child.Label);
            if (!byIdentifier.TryGetValue(identifier, out var twin))
            {
                byIdentifier.Add(identifier, child);
            }
            else if (twin.Label != child.Label)
            {
                Collide(child, twin, identifier);
            }
        }
    }

    private void CheckColumnIdentifiers(FrameworkSymbol framework)
    {
        var byIdentifier = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        foreach (var column in (framework.Entity?.Attributes ?? []).Concat(framework.AllNodes.SelectMany(n => n.Inputs)))
        {
            var identifier = Identifiers.FromLabel(column.Label, "列");
            if (!byIdentifier.TryGetValue(identifier, out var twin))
            {
                byIdentifier.Add(identifier, column);
            }
            else if (twin.Label != column.Label)
            {
                Collide(column, twin, identifier);
            }
        }
    }

    private void Collide(Symbol symbol, Symbol twin, string identifier) => reporter.Report(
        Descriptors.IdentifierCollision, symbol.Location, [Reporter.DeclaredHere(twin)], null, symbol.Label, twin.Label, identifier);
}
