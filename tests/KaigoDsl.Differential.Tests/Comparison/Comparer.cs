using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Naive;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>Scores a table three ways and compares everything that can be seen from outside.</summary>
internal static class Comparer
{
    /// <summary>The first disagreement, or <see langword="null"/>.</summary>
    public static Disagreement? Check(CompiledSpec spec, DataTable data, CoverageCounter coverage, Mutation mutation = Mutation.None)
    {
        coverage.Hit(Construct.NoEntity, data.Count == 0);
        coverage.Hit(Construct.OneEntity, data.Count == 1);
        coverage.Hit(Construct.MemberOfNobody, data.Members is { } members && members.Columns[spec.Index.Members!.Spec.Link.Label].Any(c => c.Text is null or "団体999"));
        Evaluation engine;
        ImmutableArray<ScoreNode> generated;
        try
        {
            var table = data.FitsCsv && new Dice(data.CsvSeed).Chance(50)
                ? Tables.FromCsv(spec, data, data.CsvSeed, coverage)
                : Tables.Build(spec, data, coverage);
            engine = spec.Evaluate(table, data);
            generated = spec.Generated?.Score(table, spec.MembersTable(data)) ?? [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nothing generated here may make the product throw.
            return new Disagreement("the evaluation", -1, "-", exception.ToString(), exception.ToString());
        }

        var naive = new NaiveEvaluator(spec.Index, data, coverage, mutation);
        var rows = Enumerable.Range(0, data.Count).ToList();
        return spec.Index.Spec.Nodes.SelectMany(n => rows.SelectMany(r => Check(spec, n, r, naive, engine, generated))).FirstOrDefault();
    }

    private static IEnumerable<Disagreement> Check(
        CompiledSpec spec, Node node, int row, NaiveEvaluator naive, Evaluation engine, ImmutableArray<ScoreNode> generated)
    {
        var plan = spec.PlanOf(node);
        var path = spec.Index.Path(node);
        var score = naive.Score(node, row)?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        var ofEngine = Points(engine.Score(plan.Index)[row]);
        var ofCode = generated.IsEmpty ? "-" : Points(generated[plan.Index][row]);
        if (score != ofEngine || (!generated.IsEmpty && score != ofCode))
        {
            yield return new Disagreement(path + ".得点", row, score, ofEngine, ofCode);
        }

        if (node.IsItem)
        {
            var met = naive.IsMet(node, row) is { } known ? known ? Truth.True : Truth.False : Truth.Unknown;
            if (node.Tier is { } tier && CheckTier(spec, node, tier, naive, engine) is var (expected, found) && expected != found)
            {
                yield return new Disagreement(path + " 境界", row, expected, found, "-");
            }

            if (met != engine.ItemTruth(plan.Item, row))
            {
                yield return new Disagreement(path + " 該当", row, met.ToString(), engine.ItemTruth(plan.Item, row).ToString(), "-");
            }
        }

        if (naive.IsLost(node, row) == engine.IsBooked(plan.Index, row))
        {
            yield return new Disagreement(path + " booked", row, (!naive.IsLost(node, row)).ToString(), engine.IsBooked(plan.Index, row).ToString(), "-");
        }

        if (node.Ranking is not null && CheckRanking(naive.Ranking(node), engine, plan.Ranking, row) is var (ranked, actual) && ranked != actual)
        {
            yield return new Disagreement(path + " 順位", row, ranked, actual, "-");
        }
    }

    private static (string Expected, string Actual) CheckRanking(NaiveRanking naive, Evaluation engine, int ranking, int row)
    {
        var value = engine.MeasureValues(ranking)[row];
        return (
            $"{naive.Values[row]?.ToString() ?? "missing"}, rank {naive.Standing(row) ?? 0} of {naive.N}",
            $"{(value.IsMissing ? "missing" : value.ToString())}, rank {engine.Ranking(ranking).Standing[row]} of {engine.Ranking(ranking).N}");
    }

    private static (string Expected, string Actual) CheckTier(CompiledSpec spec, Node item, Tier tier, NaiveEvaluator naive, Evaluation engine)
    {
        var ranking = naive.Ranking(spec.Index.RankingAbove(item)!);
        var k = (int)ranking.Count(tier.Share.Value);
        var plan = spec.Plan.Items[spec.PlanOf(item).Item];
        var actual = engine.Ranking(plan.Ranking).Tiers[plan.Tier];
        return (
            $"k {k}, cut-off {(k == 0 ? "missing" : ranking.CutOff(tier.IsTop, k))}",
            $"k {actual.K}, cut-off {(actual.CutOff.IsMissing ? "missing" : actual.CutOff.ToString())}");
    }

    private static string Points(int points) => points == ScoreColumn.Unknown ? "unknown" : points.ToString(CultureInfo.InvariantCulture);
}
