using System.Collections.Immutable;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact.Attribution;
using KaigoDsl.Tooling.Impact.Money;

namespace KaigoDsl.Tooling.Impact;

/// <summary>Scores and pays entities under the old and the new set and says who gains, who loses and by which change.</summary>
public static class ImpactAnalysis
{
    /// <summary>Analyses the changes between two frameworks.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="pair">Index of the frameworks in <see cref="SpecDiff.Pairs"/>.</param>
    /// <param name="data">The tables.</param>
    /// <param name="options">Constants and member entities; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A table does not fit its framework, or members that it aggregates are not given.</exception>
    public static ImpactResult Analyze(SpecDiff diff, int pair, ImpactData data, ImpactOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(data);
        options ??= ImpactOptions.Default;
        var frameworks = diff.Pairs[pair];
        var part = new ComparablePart(frameworks, data.UnfedOld, data.UnfedNew);
        var old = FrameworkEvaluator.Evaluate(part.Old, data.OldTable, options.Overrides, options.OldMembers);
        var current = FrameworkEvaluator.Evaluate(part.New, data.NewTable, options.Overrides, options.NewMembers);
        var worlds = new Worlds(diff, pair, data, old, current, new WorldOptions(part, options.Overrides, options.OldMembers, options.NewMembers));
        var (entities, places) = Entities(worlds);
        var attributor = new Attributor(worlds);
        attributor.Run();
        var between = new MoneyBetween(diff, worlds);
        var money = MoneyImpacts.Of(between, entities);
        var yen = new YenAttributor(between);
        yen.Run();
        return new ImpactResult
        {
            Diff = diff,
            Pair = pair,
            Data = data,
            Old = old,
            New = current,
            Entities = entities,
            Factors = attributor.ToFactors(places, entities.Length, yen.PartsOf, money),
            Money = money,
            Groupings = ImpactGroupings.Of(frameworks.New, data.NewTable, entities, money),
            Distribution = ImpactDistribution.Of(entities),
            Omitted = part.Omitted(),
            Crossed = data.IsOneSet ? [] : [Cross(frameworks, data, options, isOldData: true), Cross(frameworks, data, options, isOldData: false)],
        };
    }

    private static (ImmutableArray<EntityImpact> Entities, int[] Places) Entities(Worlds worlds)
    {
        var (old, current, rows) = (worlds.Data.OldTable, worlds.Data.NewTable, worlds.Rows);
        var (oldScores, newScores) = (worlds.Totals(Side.Old), worlds.Totals(Side.New));
        var (oldRanks, newRanks) = (Statistics.Ranks(oldScores.Values), Statistics.Ranks(newScores.Values));
        var entities = ImmutableArray.CreateBuilder<EntityImpact>();
        for (var row = 0; row < current.Count; row++)
        {
            var other = rows.OldOfNew[row];
            entities.Add(new EntityImpact(
                current.Key(row),
                current.Name(row),
                other,
                row,
                other < 0 ? null : Known(oldScores[other]),
                Known(newScores[row]),
                other < 0 ? 0 : oldRanks[other],
                newRanks[row]));
        }

        for (var row = 0; row < old.Count; row++)
        {
            if (rows.NewOfOld[row] < 0)
            {
                entities.Add(new EntityImpact(old.Key(row), old.Name(row), row, -1, Known(oldScores[row]), null, oldRanks[row], 0));
            }
        }

        return (entities.ToImmutable(), rows.New);
    }

    private static CrossedScores Cross(FrameworkPair pair, ImpactData data, ImpactOptions options, bool isOldData)
    {
        var table = isOldData ? data.OldTable : data.NewTable;
        var crossed = ImpactData.FromOne(pair, table, !isOldData);
        var part = new ComparablePart(pair, crossed.UnfedOld, crossed.UnfedNew);
        var old = FrameworkEvaluator.Evaluate(part.Old, crossed.OldTable, options.Overrides, options.OldMembers);
        var current = FrameworkEvaluator.Evaluate(part.New, crossed.NewTable, options.Overrides, options.NewMembers);
        var (oldPoints, newPoints) = (Points(old, part.IsOldExcluded(0)), Points(current, part.IsNewExcluded(0)));
        var (own, other) = isOldData ? (oldPoints, newPoints) : (newPoints, oldPoints);
        return new CrossedScores(isOldData, own, other, part.Omitted());
    }

    private static ImmutableArray<int?> Points(Evaluation evaluation, bool isExcluded)
    {
        var points = ImmutableArray.CreateBuilder<int?>(evaluation.Table.Count);
        for (var row = 0; row < evaluation.Table.Count; row++)
        {
            points.Add(isExcluded ? null : Known(evaluation.Score(0)[row]));
        }

        return points.MoveToImmutable();
    }

    private static int? Known(int points) => points == ScoreColumn.Unknown ? null : points;
}
