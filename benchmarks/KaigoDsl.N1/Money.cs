namespace KaigoDsl.N1;

/// <summary>The money of the job, in 千円, until it can be said in <c>n1.kaigo</c>: three pools, every share floored.</summary>
internal sealed class Money
{
    private const long BySize = 7_220_000;

    private const long ByOutcome = 902_500;

    private const long ToBest = 902_500;

    private static readonly int[] s_classes = [3_000, 10_000, 50_000, 100_000, 300_000];

    private readonly int[] _insured;
    private readonly byte[] _class;
    private readonly long[] _outcome;

    public Money(int[] insured)
    {
        _insured = insured;
        _class = new byte[insured.Length];
        _outcome = new long[insured.Length];
        Columns = [.. Enumerable.Range(0, 4).Select(_ => new int[insured.Length])];
        Figures = new long[s_classes.Length + 4];
    }

    /// <summary>By size class, by outcome, to the best, together.</summary>
    public int[][] Columns { get; }

    /// <summary>The budgets of the classes, then what remains of the three pools.</summary>
    public long[] Figures { get; }

    public void Run(Layout layout)
    {
        var total = layout.Total.Values;
        var count = total.Length;
        var classes = s_classes.Length + 1;
        Span<long> insuredIn = stackalloc long[classes];
        Span<long> weightIn = stackalloc long[classes];
        insuredIn.Clear();
        weightIn.Clear();
        Array.Clear(_outcome);
        foreach (var cell in layout.Cells)
        {
            if (cell is not null && cell.Path.EndsWith("成果", StringComparison.Ordinal))
            {
                var points = cell.Values;
                for (var i = 0; i < count; i++)
                {
                    _outcome[i] += points[i];
                }
            }
        }

        var (all, outcome) = (0L, 0L);
        for (var i = 0; i < count; i++)
        {
            var size = 0;
            foreach (var bound in s_classes)
            {
                size += _insured[i] >= bound ? 1 : 0;
            }

            _class[i] = (byte)size;
            insuredIn[size] += _insured[i];
            weightIn[size] += (long)total[i] * _insured[i];
            all += _insured[i];
            outcome += _outcome[i] * _insured[i];
        }

        for (var size = 0; size < classes; size++)
        {
            Figures[size] = BySize * insuredIn[size] / all;
        }

        var best = CutOff(total, (count + 9) / 10, out var recipients);
        var (left1, left2, left3) = (BySize, ByOutcome, ToBest);
        for (var i = 0; i < count; i++)
        {
            var first = (int)((UInt128)Figures[_class[i]] * (ulong)((long)total[i] * _insured[i]) / (ulong)Math.Max(1, weightIn[_class[i]]));
            var second = (int)((UInt128)ByOutcome * (ulong)(_outcome[i] * _insured[i]) / (ulong)Math.Max(1, outcome));
            var third = total[i] >= best ? (int)(ToBest / recipients) : 0;
            (Columns[0][i], Columns[1][i], Columns[2][i], Columns[3][i]) = (first, second, third, first + second + third);
            (left1, left2, left3) = (left1 - first, left2 - second, left3 - third);
        }

        (Figures[classes], Figures[classes + 1], Figures[classes + 2]) = (left1, left2, left3);
    }

    /// <summary>The points at rank <paramref name="rank"/>, and how many have as many or more.</summary>
    private static int CutOff(ReadOnlySpan<int> points, int rank, out int reached)
    {
        Span<int> histogram = stackalloc int[1024];
        histogram.Clear();
        foreach (var value in points)
        {
            histogram[value]++;
        }

        var cutOff = histogram.Length - 1;
        for (reached = histogram[cutOff]; reached < rank; reached += histogram[cutOff])
        {
            cutOff--;
        }

        return cutOff;
    }
}
