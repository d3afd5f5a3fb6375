using System.Globalization;
using System.Text;

namespace KaigoDsl.Runtime.Tests.Kernels;

/// <summary>
/// A large table made from a number alone, with several rankings and a 高い方 of two ranked series whose points are often equal; scored on a
/// board by any number of threads, and by exact rationals row by row.
/// </summary>
internal sealed class LargeCase
{
    private const int Rankings = 5;

    private const int Tiers = 5;

    private const int Series = Rankings * Tiers;

    private static readonly TierOptions[] s_tiers = [.. Enumerable.Range(0, Tiers - 1).Select(i => Top((2 * i) + 1)), new TierOptions(TierSide.Bottom, Rational.Create(2, 10))];

    private readonly int _count;
    private readonly QuantityColumn[] _columns;
    private readonly RowMeasure[] _measures;
    private readonly RankingRule[] _rules;
    private readonly int[] _allBelow = [.. Enumerable.Range(0, 2 * Tiers)];

    public LargeCase(int number, int count)
    {
        (Number, _count) = (number, count);
        var random = new Random(number);
        _columns = [.. Enumerable.Range(0, 8).Select(i => Column(random, (Style)((number + i) % 4)))];
        _measures =
        [
            RowMeasure.Ratio(_columns[0], _columns[1]), RowMeasure.Difference(_columns[2], _columns[3], _columns[4], _columns[5]), RowMeasure.Of(_columns[6]),
            RowMeasure.Ratio(_columns[7], _columns[0]), RowMeasure.Difference(_columns[1], _columns[2], _columns[3], _columns[4]).Negated(),
        ];
        _rules =
        [
            .. Enumerable.Range(0, Rankings).Select(i => new RankingRule(
                new RankingOptions((RankDirection)(random.Next(2)), (TieRule)random.Next(2), (CountRounding)random.Next(3)), hasStandings: i < 2, s_tiers)),
        ];
    }

    private enum Style
    {
        Spread,
        Close,
        Crowded,
        Few,
    }

    public int Number { get; }

    public static ScoreBoard CreateBoard() => new(Series + 6, Rankings + 1);

    /// <summary>The points of every slot and the truth of every tier, in one number each.</summary>
    public string OnBoard(int threads, ScoreBoard? board = null)
    {
        board ??= CreateBoard();
        board.MaxDegreeOfParallelism = threads;
        board.Reset(_count);
        for (var ranking = 0; ranking < Rankings; ranking++)
        {
            if (ranking == Rankings - 1)
            {
                board.Rank(ranking, _rules[ranking], _measures[ranking], board.Tier(0, 3));
            }
            else if (ranking == Rankings - 2)
            {
                board.Rank(ranking, _rules[ranking], _measures[ranking], board.Compare(_columns[6], RowComparison.AtLeast, _columns[7]));
            }
            else
            {
                board.Rank(ranking, _rules[ranking], _measures[ranking]);
            }

            for (var tier = 0; tier < Tiers; tier++)
            {
                board.Item((ranking * Tiers) + tier, board.Tier(ranking, tier), 3);
            }
        }

        board.Sum(Series, [.. _allBelow.Take(Tiers)]);
        board.Sum(Series + 1, [.. _allBelow.Skip(Tiers)]);
        board.Best(Series + 2, new BestRule(
            9, books: true, new SeriesRule(Series, 0, [.. _allBelow.Take(Tiers)]), new SeriesRule(Series + 1, 1, [.. _allBelow.Skip(Tiers)])));
        board.Sum(Series + 3, [Series + 2, 10, 11, 12]);
        board.RankScores(Rankings, _rules[2], Series + 3);
        board.Item(Series + 4, board.Tier(Rankings, 1), 1);
        board.Item(Series + 5, board.Tier(Rankings, 4), 1);
        board.Complete();
        return Text(slot => board.Points(slot).ToArray(), slot => slot < Series || slot > Series + 3 ? board.Truths(slot).ToArray() : []);
    }

    /// <summary>The same by exact rationals.</summary>
    public string Exactly()
    {
        var points = new int[Series + 6][];
        var truths = new Truth[Series + 6][];
        Array.Fill(truths, []);
        var results = new RankingResult[Rankings];
        for (var ranking = 0; ranking < Rankings; ranking++)
        {
            Truth[] members = ranking switch
            {
                Rankings - 1 => [.. truths[3]],
                Rankings - 2 => [.. Rows(row => Rational.GreaterOrEqual(_columns[6][row], _columns[7][row]))],
                _ => [.. Rows(_ => Truth.True)],
            };
            var measure = _measures[ranking];
            results[ranking] = Ranking.Evaluate([.. Rows(row => measure[row])], [.. members.Select(member => member == Truth.True)], _rules[ranking].Options, s_tiers);
            for (var tier = 0; tier < Tiers; tier++)
            {
                Tier((ranking * Tiers) + tier, results[ranking], tier, members, 3);
            }
        }

        points[Series] = [.. Rows(row => Enumerable.Range(0, Tiers).Sum(slot => points[slot][row]))];
        points[Series + 1] = [.. Rows(row => Enumerable.Range(Tiers, Tiers).Sum(slot => points[slot][row]))];
        points[Series + 2] = [.. Rows(row => Math.Min(9, Math.Max(points[Series][row], points[Series + 1][row])))];
        bool[] second =
        [
            .. Rows(row => points[Series + 1][row] > points[Series][row] || (points[Series + 1][row] == points[Series][row]
                && Ranking.CompareStanding(results[1].Standing[row], results[1].N, results[0].Standing[row], results[0].N) < 0)),
        ];
        foreach (var slot in _allBelow.Concat([Series, Series + 1]))
        {
            var isSecond = slot is >= Tiers and not Series;
            points[slot] = [.. Rows(row => second[row] == isSecond ? points[slot][row] : 0)];
        }

        points[Series + 3] = [.. Rows(row => points[Series + 2][row] + points[10][row] + points[11][row] + points[12][row])];
        var ofPoints = Ranking.Evaluate([.. points[Series + 3].Select(p => Rational.FromInt64(p))], default, _rules[2].Options, s_tiers);
        Truth[] everybody = [.. Rows(_ => Truth.True)];
        Tier(Series + 4, ofPoints, 1, everybody, 1);
        Tier(Series + 5, ofPoints, 4, everybody, 1);
        return Text(slot => points[slot], slot => truths[slot]);

        void Tier(int slot, RankingResult result, int tier, Truth[] members, int worth)
        {
            truths[slot] = [.. Rows(row => TierTruth.Of(result.Tiers[tier].IsHit(row), result.Standing[row], members[row]))];
            points[slot] = [.. truths[slot].Select(truth => Points.When(truth, worth))];
        }
    }

    private static TierOptions Top(int tenths) => new(TierSide.Top, Rational.Create(tenths, 10));

    private static string Text(Func<int, int[]> points, Func<int, Truth[]> truths)
    {
        var text = new StringBuilder();
        for (var slot = 0; slot < Series + 6; slot++)
        {
            // Order matters, so a row that changes places with another shows.
            var (sum, mixed) = (0L, 17UL);
            foreach (var point in points(slot))
            {
                (sum, mixed) = (sum + point, (mixed * 1_000_003) ^ (uint)point);
            }

            foreach (var truth in truths(slot))
            {
                mixed = (mixed * 1_000_003) ^ (uint)truth;
            }

            text.Append(CultureInfo.InvariantCulture, $"{slot}: {sum} {mixed:x}\n");
        }

        return text.ToString();
    }

    private IEnumerable<T> Rows<T>(Func<int, T> of) => Enumerable.Range(0, _count).Select(of);

    // Spread; so close that no double tells quotients apart; most rows of a few values far from the others; few values and gaps.
    private QuantityColumn Column(Random random, Style style) => QuantityColumn.FromValues(
    [
        .. Rows(_ => style switch
        {
            Style.Spread => random.Next(1, 1_000_000),
            Style.Close => Rational.FromInt64(67_000_000 + random.Next(300)),
            Style.Crowded => random.Next(20) == 0 ? random.Next(1, 1_000_000) : Rational.FromInt64(500 + random.Next(3)),
            _ => random.Next(50) == 0 ? Rational.Missing : Rational.FromInt64(random.Next(1, 9)),
        }),
    ]);
}
