using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>順位 of nodes that continue.</summary>
internal static class RankingComparer
{
    public static void Compare(PairComparison comparison)
    {
        foreach (var (old, current) in comparison.Continued)
        {
            var before = old.Ranking < 0 ? null : comparison.Old.Rankings[old.Ranking];
            var after = current.Ranking < 0 ? null : comparison.New.Rankings[current.Ranking];
            switch (before, after)
            {
                case ({ } a, { } b):
                    Compare(comparison, old, current, a, b);
                    break;
                case ({ } a, null):
                    comparison.Add(ChangeKinds.RankingRemoved, old, current, Describe(a, comparison.PrintOld), null, a.Location, current.Location);
                    break;
                case (null, { } b):
                    comparison.Add(ChangeKinds.RankingAdded, old, current, null, Describe(b, comparison.PrintNew), old.Location, b.Location);
                    break;
            }
        }
    }

    private static void Compare(PairComparison comparison, NodePlan old, NodePlan current, RankingPlan before, RankingPlan after)
    {
        if (!comparison.Same(before.Value, after.Value))
        {
            Add(ChangeKinds.MeasureChanged, comparison.PrintOld(before.Value), comparison.PrintNew(after.Value));
        }

        if (before.Direction != after.Direction)
        {
            Add(ChangeKinds.DirectionChanged, DiffTexts.Direction(before.Direction), DiffTexts.Direction(after.Direction));
        }

        if (!comparison.Same(before.Population, after.Population))
        {
            Add(ChangeKinds.PopulationChanged, PopulationText(before, comparison.PrintOld), PopulationText(after, comparison.PrintNew));
        }

        if (before.Ties != after.Ties)
        {
            Add(ChangeKinds.TiesChanged, DiffTexts.Ties(before.Ties), DiffTexts.Ties(after.Ties));
        }

        if (before.Rounding != after.Rounding)
        {
            Add(ChangeKinds.RoundingChanged, DiffTexts.Rounding(before.Rounding), DiffTexts.Rounding(after.Rounding));
        }

        void Add(ChangeKind kind, LocalizedText oldValue, LocalizedText newValue) =>
            comparison.Add(kind, old, current, oldValue, newValue, before.Location, after.Location);
    }

    private static LocalizedText PopulationText(RankingPlan ranking, Func<ExpressionPlan, LocalizedText> print) =>
        ranking.Population is { } population ? print(population) : DiffTexts.All;

    private static LocalizedText Describe(RankingPlan ranking, Func<ExpressionPlan, LocalizedText> print) =>
        DiffTexts.Join(", ", [print(ranking.Value), DiffTexts.Direction(ranking.Direction)]);
}
