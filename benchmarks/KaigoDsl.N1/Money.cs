using KaigoDsl.Runtime;
using KaigoDsl.Specs.R8;

namespace KaigoDsl.N1;

/// <summary>
/// The money of the job, in 千円, in columns that are reused: three pools, every share floored. Quotients are guessed in binary64 and put
/// right by their exact remainders. The same allocation stands in <c>n1.kaigo</c>; <see cref="CheckedAgainst"/> compares them.
/// </summary>
internal sealed class Money
{
    private const long BySize = 7_220_000;

    private const long ByOutcome = 902_500;

    private const long ToBest = 902_500;

    private const int Classes = 6;

    private readonly int[] _insured;
    private readonly byte[] _class;

    public Money(int[] insured)
    {
        _insured = insured;
        _class = new byte[insured.Length];
        Columns = [.. Enumerable.Range(0, 4).Select(_ => new int[insured.Length])];
        Figures = new long[Classes + 3];
    }

    /// <summary>By size class, by outcome, to the best, together.</summary>
    public int[][] Columns { get; }

    /// <summary>The budgets of the classes, then what remains of the three pools.</summary>
    public long[] Figures { get; }

    public void Run(Layout layout)
    {
        var total = layout.Total.Values;
        var outcome = layout.Outcome.Values;
        var count = total.Length;
        var classes = Classes;
        Span<long> insuredIn = stackalloc long[Classes];
        Span<long> weightIn = stackalloc long[classes];
        Span<double> inverse = stackalloc double[classes];
        insuredIn.Clear();
        weightIn.Clear();
        var (all, outcomes) = (0L, 0L);
        for (var i = 0; i < count; i++)
        {
            var insured = _insured[i];
            var size = (insured >= 3_000 ? 1 : 0) + (insured >= 10_000 ? 1 : 0) + (insured >= 50_000 ? 1 : 0) + (insured >= 100_000 ? 1 : 0) + (insured >= 300_000 ? 1 : 0);
            _class[i] = (byte)size;
            insuredIn[size] += insured;
            weightIn[size] += (long)total[i] * insured;
            all += insured;
            outcomes += (long)outcome[i] * insured;
        }

        for (var size = 0; size < classes; size++)
        {
            Figures[size] = BySize * insuredIn[size] / all;
            weightIn[size] = Math.Max(1, weightIn[size]);
            inverse[size] = 1.0 / weightIn[size];
        }

        var best = CutOff(total, (count + 9) / 10, out var recipients);
        var (left1, left2, left3) = (BySize, ByOutcome, ToBest);
        outcomes = Math.Max(1, outcomes);
        var inverseOutcome = 1.0 / outcomes;
        var equal = (int)(ToBest / recipients);
        for (var i = 0; i < count; i++)
        {
            var size = _class[i];
            var first = FloorQuotient(Figures[size] * ((long)total[i] * _insured[i]), weightIn[size], inverse[size]);
            var second = FloorQuotient(ByOutcome * ((long)outcome[i] * _insured[i]), outcomes, inverseOutcome);
            var third = total[i] >= best ? equal : 0;
            (Columns[0][i], Columns[1][i], Columns[2][i], Columns[3][i]) = (first, second, third, first + second + third);
            (left1, left2, left3) = (left1 - first, left2 - second, left3 - third);
        }

        (Figures[classes], Figures[classes + 1], Figures[classes + 2]) = (left1, left2, left3);
    }

    /// <summary>Whether the allocation generated from the spec, with its certificate, comes to the same amounts and residues.</summary>
    public bool CheckedAgainst(Municipality交付額Payments allocation)
    {
        YenColumn[] columns = [allocation.規模別, allocation.成果別, allocation.上位均等, allocation.交付額];
        for (var column = 0; column < columns.Length; column++)
        {
            for (var row = 0; row < columns[column].Count; row++)
            {
                if (columns[column][row] != 1000L * Columns[column][row])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int FloorQuotient(long numerator, long denominator, double inverse)
    {
        var quotient = (long)(numerator * inverse);
        var remainder = numerator - (quotient * denominator);
        return (int)(quotient + (remainder >= denominator ? 1 : 0) - (remainder < 0 ? 1 : 0));
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
