using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Coverage;

/// <summary>Counts what can be seen in a spec without data.</summary>
internal static class StructureCoverage
{
    public static void Count(SpecIndex index, string text, CoverageCounter coverage)
    {
        foreach (var node in index.Spec.Nodes)
        {
            CountNode(index, node, coverage);
        }

        foreach (var group in index.Spec.SharedGroups)
        {
            var references = index.Spec.Nodes.Where(n => n.Group == group.Label).ToList();
            coverage.Hit(Construct.SharedGroupTwice, references.Count > 1);
            coverage.Hit(Construct.SharedGroupInSharedGroup, references.Exists(r => index.SelfAndAbove(r).Last().Level != Level.Framework));
        }

        coverage.Hit(Construct.ConstantFromExpression, index.Spec.Constants.Any(c => c.Value is not Number));
        coverage.Hit(Construct.JapaneseSpelling, text.Contains("評価体系", StringComparison.Ordinal));
        coverage.Hit(Construct.EnglishSpelling, text.Contains("framework", StringComparison.Ordinal));
        foreach (var unit in index.Spec.Columns.Select(c => c.Unit))
        {
            coverage.Hit(Construct.DeclaredUnit, unit == Units.Declared);
            coverage.Hit(Construct.CompoundUnit, unit.Contains('/', StringComparison.Ordinal));
            coverage.Hit(Construct.ScaledUnit, unit.Contains('千', StringComparison.Ordinal) || unit.Contains('万', StringComparison.Ordinal));
        }
    }

    private static void CountNode(SpecIndex index, Node node, CoverageCounter coverage)
    {
        var parent = index.Parent(node);
        coverage.Hit(Construct.Grant, node.Level == Level.Grant);
        coverage.Hit(Construct.Area, node.Level == Level.Area);
        coverage.Hit(Construct.NestedArea, node.Level == Level.Area && parent?.Level == Level.Area);
        coverage.Hit(Construct.Goal, node.Level == Level.Goal);
        coverage.Hit(Construct.NestedGroup, node.Level == Level.Group && parent?.Level == Level.Group);
        var hasSeries = node.Children.Any(c => c.Level == Level.Series);
        var isBest = node.Scoring == Scoring.Best;
        coverage.Hit(Construct.SeriesAddedUp, hasSeries && !isBest);
        coverage.Hit(Construct.SeriesBesideItem, hasSeries && isBest && node.Children.Any(c => c.IsItem));
        coverage.Hit(Construct.BestOfSeries, hasSeries && isBest);
        coverage.Hit(Construct.BestOfIndicators, isBest && node.Children.Any(c => c.Level == Level.Indicator));
        coverage.Hit(Construct.BestInsideBest, isBest && index.SelfAndAbove(parent).Any(n => n.Scoring == Scoring.Best));
        coverage.Hit(Construct.TierNotInWari, node.Tier is { Share.Unit: not "割" });
        coverage.Hit(
            Construct.RankingOfIndicatorUsedInSeries,
            node.Tier is not null && parent?.Level == Level.Series && index.RankingAbove(node)?.Level == Level.Indicator);
        coverage.Hit(
            Construct.RankingWithoutTiers,
            node.Ranking is not null && !node.SelfAndBelow().Any(n => n.Tier is not null && index.RankingAbove(n)?.Id == node.Id));
        coverage.Hit(Construct.SharedScoreReadInsideChoiceOverReference, ReadsSharedInsideChoice(index, node));
    }

    /// <summary>The score of a shared group is read below a 高い方 that chooses between a reference to it and others: no circle.</summary>
    private static bool ReadsSharedInsideChoice(SpecIndex index, Node node) =>
        node.Expressions().SelectMany(e => e.SelfAndParts()).OfType<ScoreOf>().Select(s => index.SelfAndAbove(index[s.Node]).Last())
            .Any(root => index.SelfAndAbove(node).Any(n => n.Scoring == Scoring.Best && n.Children.Any(c => c.Group == root.Label)));
}
