namespace KaigoDsl.Runtime.Tests.Kernels;

/// <summary>One generated table, ranking and set of conditions, made from its number alone, run on a board and by the exact routines.</summary>
internal sealed class KernelCase
{
    private static readonly int[] s_counts = [0, 1, 2, 5, 63, 64, 65, 127, 130, 300, 700];

    private readonly Random _random;
    private readonly int _count;
    private readonly QuantityColumn[] _columns;
    private readonly AnswerColumn[] _answers;

    public KernelCase(int number)
    {
        _random = new Random(number);
        _count = s_counts[_random.Next(s_counts.Length)];
        var style = _random.Next(9);
        _columns = [.. Enumerable.Range(0, 4).Select(i => Column(style, isDivisor: i % 2 == 1))];
        _answers = [.. Enumerable.Range(0, 6).Select(_ => Answers())];
        Measure = _random.Next(4) switch
        {
            0 => RowMeasure.Of(_columns[0]),
            1 => RowMeasure.Ratio(_columns[0], _columns[1]),
            2 => RowMeasure.Difference(_columns[0], _columns[1], _columns[2], _columns[3]),
            _ => RowMeasure.Difference(_columns[0], _columns[1], _columns[2], _columns[3]).Negated(),
        };
        Rule = new RankingRule(
            new RankingOptions((RankDirection)_random.Next(2), (TieRule)_random.Next(2), (CountRounding)_random.Next(3)),
            hasStandings: _random.Next(2) == 0,
            [.. Enumerable.Range(0, _random.Next(7)).Select(_ => new TierOptions((TierSide)_random.Next(2), Rational.Create(_random.Next(1, 11), 10)))]);
        HasPopulation = _random.Next(3) == 0;
        Bound = Rational.Create(_random.Next(-3, 40), _random.Next(1, 9));
    }

    private RowMeasure Measure { get; }

    private RankingRule Rule { get; }

    private bool HasPopulation { get; }

    private Rational Bound { get; }

    /// <summary>What the board makes of it: truth of every tier, comparison and combination, points and figures.</summary>
    public string OnBoard()
    {
        var board = new ScoreBoard(40, 1);
        board.Reset(_count);
        var compared = Enum.GetValues<RowComparison>().Select((comparison, i) => (i, board.Compare(RowMeasure.Ratio(_columns[2], _columns[3]), comparison, Bound))).ToList();
        foreach (var (i, truth) in compared)
        {
            board.Item(i, truth, i + 1);
        }

        if (HasPopulation)
        {
            board.Rank(0, Rule, Measure, board.Compare(_columns[1], RowComparison.MoreThan, _columns[2]));
        }
        else
        {
            board.Rank(0, Rule, Measure);
        }

        for (var tier = 0; tier < Rule.Tiers.Length; tier++)
        {
            board.Item(6 + tier, board.Tier(0, tier), 10);
        }

        var (a, b) = (board.Answer(_answers[0]), board.Answer(_answers[1]));
        board.Item(20, board.And(a, b), 7);
        board.Item(21, board.Or(a, board.Not(b)), 300);
        board.Item(22, board.Override(_answers[2], a), 3);
        board.Item(23, board.Answer(_answers[3]), 3);
        board.Item(24, board.Answer(_answers[4]), 5);
        board.Sum(25, [20, 22, 23]);
        board.Sum(26, [24, 23], cap: 6);
        board.Sum(27, [25, 26, 21]);
        board.Best(28, new BestRule(9, books: true, new SeriesRule(25, Rule.HasStandings ? 0 : -1, 20, 22, 23), new SeriesRule(26, -1, 24)));
        board.Sum(29, [28, 27, 25, 26]);
        board.RankScores(0, Rule, 29);
        for (var tier = 0; tier < Rule.Tiers.Length; tier++)
        {
            board.Item(30 + tier, board.Tier(0, tier), 1);
        }

        board.Complete();
        var slots = Enumerable.Range(0, 6 + Rule.Tiers.Length).Concat(Enumerable.Range(20, 10 + Rule.Tiers.Length));
        return string.Join('\n', slots.Select(slot => slot + ": " + string.Join(' ', board.Points(slot).ToArray()) + " " + (slot is < 25 or > 29 ? string.Join(' ', board.Truths(slot).ToArray()) : board.Figures(slot).ToString())));
    }

    /// <summary>The same by exact rationals, row by row.</summary>
    public string Exactly()
    {
        var rows = Enumerable.Range(0, _count).ToArray();
        var lines = new SortedDictionary<int, string>();
        foreach (var comparison in Enum.GetValues<RowComparison>())
        {
            Item((int)comparison, [.. rows.Select(row => Compare(_columns[2][row] / _columns[3][row], comparison, Bound))], (int)comparison + 1);
        }

        Truth[] population = [.. rows.Select(row => HasPopulation ? Compare(_columns[1][row], RowComparison.MoreThan, _columns[2][row]) : Truth.True)];
        var ranking = Ranking.Evaluate([.. rows.Select(row => Measure[row])], [.. population.Select(p => p == Truth.True)], Rule.Options, Rule.Tiers.AsSpan());
        Tiers(6, ranking, population, 10);
        var (a, b) = (Truths(0), Truths(1));
        var points = new int[30][];
        points[20] = Item(20, [.. rows.Select(row => Kleene.And(a[row], b[row]))], 7);
        points[21] = Item(21, [.. rows.Select(row => Kleene.Or(a[row], Kleene.Not(b[row])))], 300);
        points[22] = Item(22, [.. rows.Select(row => _answers[2][row] == Answer.NotReported ? a[row] : _answers[2][row].ToTruth())], 3);
        points[23] = Item(23, Truths(3), 3);
        points[24] = Item(24, Truths(4), 5);
        points[25] = [.. rows.Select(row => points[20][row] + points[22][row] + points[23][row])];
        points[26] = [.. rows.Select(row => Math.Min(6, points[24][row] + points[23][row]))];
        points[27] = [.. rows.Select(row => points[25][row] + points[26][row] + points[21][row])];

        // Of equal points the ranked series is booked; without a ranking the first written, which is the same one.
        bool[] first = [.. rows.Select(row => points[25][row] >= points[26][row])];
        points[28] = [.. rows.Select(row => Math.Min(9, Math.Max(points[25][row], points[26][row])))];
        foreach (var slot in new[] { 20, 22, 23, 25 })
        {
            points[slot] = [.. rows.Select(row => first[row] ? points[slot][row] : 0)];
        }

        foreach (var slot in new[] { 24, 26 })
        {
            points[slot] = [.. rows.Select(row => first[row] ? 0 : points[slot][row])];
        }

        points[29] = [.. rows.Select(row => points[28][row] + points[27][row] + points[25][row] + points[26][row])];
        foreach (var slot in new[] { 20, 22, 23, 24 })
        {
            var line = lines[slot];
            lines[slot] = slot + ": " + string.Join(' ', points[slot]) + " " + line[(line.IndexOf('|') + 1)..];
        }

        for (var slot = 25; slot < 30; slot++)
        {
            lines[slot] = slot + ": " + string.Join(' ', points[slot]) + " " + FiguresOf(points[slot]);
        }

        Tiers(30, Ranking.Evaluate([.. points[29].Select(p => Rational.FromInt64(p))], default, Rule.Options, Rule.Tiers.AsSpan()), [.. rows.Select(_ => Truth.True)], 1);
        return string.Join('\n', lines.Values.Select(line => line.Replace("|", string.Empty, StringComparison.Ordinal)));

        int[] Item(int slot, Truth[] met, int worth)
        {
            int[] each = [.. met.Select(truth => Points.When(truth, worth))];
            lines[slot] = slot + ": " + string.Join(' ', each) + " |" + string.Join(' ', met);
            return each;
        }

        void Tiers(int from, RankingResult result, Truth[] members, int worth)
        {
            for (var tier = 0; tier < Rule.Tiers.Length; tier++)
            {
                Item(from + tier, [.. rows.Select(row => TierTruth.Of(result.Tiers[tier].IsHit(row), result.Standing[row], members[row]))], worth);
            }
        }

        Truth[] Truths(int column) => [.. rows.Select(row => _answers[column][row].ToTruth())];
    }

    private static ScoreFigures FiguresOf(int[] points)
    {
        int[] sorted = [.. points.Order()];
        return sorted.Length == 0
            ? default
            : new ScoreFigures(sorted.Length, sorted.Sum(p => (long)p), sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2], sorted[^1]);
    }

    private static Truth Compare(Rational left, RowComparison comparison, Rational right) => comparison switch
    {
        RowComparison.AtLeast => Rational.GreaterOrEqual(left, right),
        RowComparison.AtMost => Rational.LessOrEqual(left, right),
        RowComparison.MoreThan => Rational.Greater(left, right),
        RowComparison.LessThan => Rational.Less(left, right),
        RowComparison.EqualTo => Rational.Equal(left, right),
        _ => Rational.NotEqual(left, right),
    };

    private AnswerColumn Answers()
    {
        var most = _random.Next(3) == 0 ? 4 : 3;
        return AnswerColumn.FromValues([.. Enumerable.Range(0, _count).Select(_ => (Answer)(most == 4 ? _random.Next(4) : _random.Next(1, 4)))]);
    }

    /// <summary>Ties, near-equal fractions, missing values, zero and negative divisors, fractions of one scale, what no kernel takes.</summary>
    private QuantityColumn Column(int style, bool isDivisor)
    {
        var missing = _random.Next(3) == 0 ? 15 : 0;
        return QuantityColumn.FromValues([.. Enumerable.Range(0, _count).Select(_ => _random.Next(100) < missing ? Rational.Missing : Cell(style, isDivisor))]);
    }

    private Rational Cell(int style, bool isDivisor) => style switch
    {
        0 => _random.Next(isDivisor ? 1 : 0, 5),
        1 => Rational.Create(_random.Next(isDivisor ? 0 : -200, 300), 100),
        2 => _random.Next(1, 1_000_000),

        // Consecutive large numbers: quotients that differ by less than binary64 shows.
        3 => Rational.FromInt64(67_000_000 + _random.Next(40)),
        4 => Rational.FromInt64(16_777_200 + _random.Next(40)),
        5 => Rational.FromInt64(2_000_000_000 + _random.Next(40)) * 1000,
        6 => Rational.FromInt64(long.MaxValue - _random.Next(5)),
        7 => _random.Next(-3, 4),
        _ => _random.Next(10) == 0 ? _random.Next(1, 1_000_000) : 1,
    };
}
