using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis.Nation;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>
/// Plausible raw values for inputs, so that a fictional table looks like one that a municipality might have filled in. Guessed from
/// the unit and from words in the label; a wrong guess costs looks only, because what scores is decided afterwards.
/// </summary>
internal static class TypicalInputs
{
    /// <summary>Typical level by a word in the label: per 1,000 insured persons × 1,000, or an absolute level × 1,000.</summary>
    private static readonly (string Word, bool PerInsured, int Level, int Spread)[] Levels =
    [
        ("コーディネーター", true, 700, 70_000),
        ("三職種", true, 900, 40_000),
        ("地域支援推進員数", true, 500, 50_000),
        ("ステップアップ", true, 2_000, 70_000),
        ("修了者", true, 4_000, 70_000),
        ("サポーター", true, 300_000, 40_000),
        ("ポイント", true, 50_000, 60_000),
        ("参加者", true, 70_000, 45_000),
        ("測定者", true, 40_000, 60_000),
        ("居宅介護支援受給者", true, 80_000, 15_000),
        ("訪問看護受給者", true, 22_000, 25_000),
        ("施設等受給者", true, 45_000, 20_000),
        ("受給者", true, 165_000, 15_000),
        ("後期高齢者", true, 540_000, 6_000),
        ("ケアプラン", true, 90_000, 20_000),
        ("突合", true, 400_000, 30_000),
        ("給付費", true, 300_000_000, 10_000),
        ("生産年齢人口", true, 2_050_000, 6_000),
        ("平均得点", false, 420_000, 2_500),
        ("項目数", false, 42_000, 8_000),
        ("開催回数", false, 12_000, 50_000),
        ("日数", false, 3_500, 70_000),
        ("業務数", false, 4_500, 60_000),
        ("事業数", false, 1_400, 60_000),
    ];

    /// <summary>The smallest step in which an input is reported, in base units: 0.001 for averages, 0.01 for percentages, 0.1 for full-time equivalents, otherwise one unit.</summary>
    public static Rational Step(ColumnPlan column)
    {
        var unit = Rational.Create(column.UnitFactor.Numerator, column.UnitFactor.Denominator);
        return column.Unit switch
        {
            "度" => unit / Rational.FromInt64(1000),
            "%" => unit / Rational.FromInt64(100),
            "常勤換算人" => unit / Rational.FromInt64(10),
            _ => unit,
        };
    }

    /// <summary>A plausible value, as a number of steps; at least 1.</summary>
    /// <param name="draft">The nation.</param>
    /// <param name="column">The input.</param>
    /// <param name="row">Whose.</param>
    /// <param name="random">What varies from draw to draw; <see langword="null"/> for the middle of what is plausible.</param>
    public static long Draw(NationDraft draft, ColumnPlan column, int row, RandomSource? random)
    {
        var municipality = draft.Municipalities[row];
        var stem = Stem(column);
        var normal = random?.NextNormal() ?? 0;
        if (stem.Length == column.Name.Length)
        {
            var (level, spread) = Level(column, municipality);
            return Math.Max(1, Times(level, normal, spread) / 1000);
        }

        // 平均要介護度_今年 and 平均要介護度_前年 belong together: small changes from year to year, from the one already known or
        // from a base of the municipality.
        var known = draft.DecidedKin(column.Index);
        var value = known is null ? Rational.Missing : draft.Quantities(known.Index)[row] / Step(column);
        if (value.IsMissing || value.Sign <= 0)
        {
            var (level, spread) = Level(column, municipality);
            value = Rational.FromInt64(Times(level, RandomSource.For(draft.Seed, municipality.Code + stem).NextNormal(), spread) / 1000);
        }

        return Math.Max(1, Times((long)value.Floor() * 1000, normal, 2_800) / 1000);
    }

    /// <summary>The columns that differ from one only in the year, which stands after the last underscore of the label.</summary>
    public static IEnumerable<ColumnPlan> Kin(FrameworkPlan plan, ColumnPlan column)
    {
        var stem = Stem(column);
        return stem.Length == column.Name.Length
            ? []
            : plan.Columns.Where(c => c != column && c.Type == column.Type && c.Unit == column.Unit && Stem(c) == stem && stem.Length < c.Name.Length);
    }

    private static string Stem(ColumnPlan column)
    {
        var underscore = column.Name.LastIndexOf('_');
        return underscore > 0 && column.Name.AsSpan(underscore).Contains('年') ? column.Name[..underscore] : column.Name;
    }

    /// <summary>The share of its total that a partial count typically has, in parts of 2^16.</summary>
    public static int DrawShare(ColumnPlan column, RandomSource random)
    {
        var rare = column.Name.Contains("加算", StringComparison.Ordinal) || column.Name.Contains("個別事例", StringComparison.Ordinal);
        return FixedPoint.Logistic((int)((long)random.NextNormal() * 5 / 4) - (rare ? 3 * RandomSource.One : 0));
    }

    private static long Times(long level, int normal, int spread) =>
        FixedPoint.TimesPowerOfTwo(level, (int)(((long)normal * spread) >> 16));

    /// <summary>In thousandths of a step, and the spread in fixed-point powers of two.</summary>
    private static (long Level, int Spread) Level(ColumnPlan column, Municipality municipality)
    {
        switch (column.Unit)
        {
            // Below 3 for the lightly dependent, around 4 for the severely dependent.
            case "度":
                return (column.Name.Contains("中重度", StringComparison.Ordinal) ? 3_850_000 : 1_480_000, 2_500);
            case "%":
                return (1_800_000, 14_000);
        }

        foreach (var (word, perInsured, level, spread) in Levels)
        {
            if (column.Name.Contains(word, StringComparison.Ordinal))
            {
                var steps = column.Unit == "常勤換算人" ? 10L : 1L;
                return perInsured ? (Math.Max(1000, (long)level * municipality.Insured / 1000 * steps), spread) : (level, spread);
            }
        }

        return column.Unit switch
        {
            "人" or "件" => (Math.Max(1000, 50L * municipality.Insured), 40_000),
            "円" => (300_000_000L * municipality.Insured / 1000 * 1000, 10_000),
            _ => (6_000, 50_000),
        };
    }
}
