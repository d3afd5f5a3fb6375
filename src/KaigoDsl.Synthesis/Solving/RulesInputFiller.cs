using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// Fills what only decisions and allocations read, once the scores are known: last year's place near this year's, costs that mostly grow, needs that
/// mostly exceed what will be proposed. Guessed from words in the label like <see cref="TypicalInputs"/>.
/// </summary>
internal static class RulesInputFiller
{
    /// <summary>Yen per insured person spent on 地域支援事業 nationwide: 1,800億円 over 3,589万人 (R7).</summary>
    private const long CostPerInsured = 5_015;

    /// <summary>One in so many municipalities asks for less than it will be offered; 24 of 1,741 did for R6.</summary>
    private const int ModestOneIn = 72;

    public static bool HasAny(FrameworkPlan plan) => plan.Columns.Any(column => column.IsForRules);

    public static void Fill(NationDraft draft, Evaluation evaluation)
    {
        foreach (var column in draft.Plan.Columns.Where(column => column.IsForRules))
        {
            var random = draft.Random(column.Name);
            switch (column.Type)
            {
                case ColumnType.Truth:
                    for (var row = 0; row < draft.Count; row++)
                    {
                        draft.Truths(column.Index)[row] = Kleene.From(random.Next(100) < Likelihood(column.Name));
                    }

                    break;
                case ColumnType.Quantity when column.Unit == "位":
                    FillPlaces(draft, column, evaluation.Score(0), random);
                    break;
                case ColumnType.Quantity when column.Unit.EndsWith('円'):
                    FillMoney(draft, column, random);
                    break;
                case ColumnType.Quantity when column.Unit == "人" && column.Name.Contains("被保険者", StringComparison.Ordinal):
                    FillInsured(draft, column, random);
                    break;
            }
        }
    }

    private static int Likelihood(string name) =>
        name.Contains("上限", StringComparison.Ordinal) ? 8 : name.Contains("拡充", StringComparison.Ordinal) ? 55 : 25;

    // The place of a score that differs from this year's by about twenty points; everybody has another one.
    private static void FillPlaces(NationDraft draft, ColumnPlan column, ScoreColumn scores, RandomSource random)
    {
        var before = new (long Score, int Row)[draft.Count];
        for (var row = 0; row < draft.Count; row++)
        {
            before[row] = (-(((long)scores[row] * RandomSource.One) + (20L * random.NextNormal())), row);
        }

        Array.Sort(before);
        for (var place = 0; place < before.Length; place++)
        {
            draft.Quantities(column.Index)[before[place].Row] = Rational.FromInt64(place + 1);
        }
    }

    private static void FillMoney(NationDraft draft, ColumnPlan column, RandomSource random)
    {
        for (var row = 0; row < draft.Count; row++)
        {
            // All amounts of one municipality go back to one cost of its own.
            var own = RandomSource.For(draft.Seed, draft.Municipalities[row].Code + "事業費");
            var insured = (long)draft.Municipalities[row].Insured;
            var cost = Spread(CostPerInsured * insured, own, 20_000);
            var thousands = column.Name switch
            {
                _ when column.Name.Contains("移行", StringComparison.Ordinal) => random.Next(12) == 0 ? cost / 10 : 0,
                _ when column.Name.Contains("追加", StringComparison.Ordinal) => Spread(cost / 25, random, 30_000),
                _ when column.Name.Contains("所要", StringComparison.Ordinal) => Need(insured, column.Name, random),
                _ when column.Name.Contains("前年度", StringComparison.Ordinal) && column.Name.Contains("交付", StringComparison.Ordinal) =>
                    Spread(Need(insured, column.Name, own) * 2 / 5, random, 9_000),
                _ when column.Name.Contains("前年度", StringComparison.Ordinal) || column.Name.Contains("変更", StringComparison.Ordinal) => Spread(cost, random, 2_500),
                _ => Spread(cost * 103 / 100, random, 3_500),
            } / 1000;
            draft.Quantities(column.Index)[row] = Rational.FromInt64(thousands * 1000);
        }
    }

    private static long Need(long insured, string name, RandomSource random)
    {
        // A need for one of the two grants is a third or two thirds of what both together come to.
        var thirds = name.Contains("推進", StringComparison.Ordinal) ? 1 : name.Contains("支援", StringComparison.Ordinal) ? 2 : 3;
        var offered = ((800 * insured) + 900_000) * thirds / 3;
        return random.Next(ModestOneIn) == 0 ? offered * random.Between(20, 60) / 100 : Spread(offered * 5 / 2, random, 9_000);
    }

    private static void FillInsured(NationDraft draft, ColumnPlan column, RandomSource random)
    {
        for (var row = 0; row < draft.Count; row++)
        {
            var before = column.Name.Contains("一昨", StringComparison.Ordinal) ? 2 : 1;
            var insured = (long)draft.Municipalities[row].Insured;
            draft.Quantities(column.Index)[row] = Rational.FromInt64(Math.Max(1, insured + (insured * before * random.Between(-8, 14) / 1000)));
        }
    }

    private static long Spread(long level, RandomSource random, int spread) =>
        FixedPoint.TimesPowerOfTwo(Math.Min(level, (1L << 39) - 1), (int)(((long)random.NextNormal() * spread) >> 16));
}
