using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using KaigoDsl.Runtime;
using KaigoDsl.Specs.R8;

namespace KaigoDsl.N1;

/// <summary>
/// The money of the job, in 千円, in columns that are reused: three pools, every share floored, eight rows at a time. Quotients are guessed
/// in binary64 and put right by their exact remainders. The same allocation stands in <c>n1.kaigo</c>; <see cref="CheckedAgainst"/>
/// compares them.
/// </summary>
internal sealed class Money
{
    private const long BySize = 7_220_000;

    private const long ByOutcome = 902_500;

    private const long ToBest = 902_500;

    private const int Classes = 6;

    /// <summary>By size class, by outcome, to the best, together.</summary>
    public const int Columns = 4;

    private readonly int _count;
    private readonly int[] _insured;
    private readonly int[] _total;
    private readonly int[] _outcome;
    private readonly int[] _class;
    private readonly int[][] _padded;
    private readonly long[] _insuredIn = new long[Vector512<long>.Count];
    private readonly long[] _budgets = new long[Vector512<long>.Count];
    private readonly long[] _weights = [1, 1, 1, 1, 1, 1, 1, 1];
    private readonly double[] _inverses = [1, 1, 1, 1, 1, 1, 1, 1];

    public Money(int[] insured)
    {
        _count = insured.Length;
        var padded = (_count + Vector512<long>.Count - 1) / Vector512<long>.Count * Vector512<long>.Count;
        _insured = new int[padded];
        insured.CopyTo(_insured, 0);
        (_total, _outcome, _class) = (new int[padded], new int[padded], new int[padded]);
        _padded = [.. Enumerable.Range(0, Columns).Select(_ => new int[padded])];
        Figures = new long[Classes + 3];
    }

    /// <summary>The budgets of the classes, then what remains of the three pools.</summary>
    public long[] Figures { get; }

    /// <summary>One of the four columns.</summary>
    public ReadOnlySpan<int> Column(int index) => _padded[index].AsSpan(0, _count);

    public void Run(Layout layout)
    {
        layout.Total.Values.CopyTo(_total);
        layout.Outcome.Values.CopyTo(_outcome);

        var outcomes = WeighClasses();
        var all = 0L;
        for (var size = 0; size < Classes; size++)
        {
            all += _insuredIn[size];
        }

        for (var size = 0; size < Classes; size++)
        {
            Figures[size] = _budgets[size] = BySize * _insuredIn[size] / all;
            _weights[size] = Math.Max(1, _weights[size]);
            _inverses[size] = 1.0 / _weights[size];
        }

        Pay(Vector512.Create(_budgets), Vector512.Create(_weights), Vector512.Create(_inverses), Math.Max(1, outcomes));
    }

    /// <summary>The people and the weights of each class, and the weights of outcomes of all.</summary>
    private long WeighClasses()
    {
        // By bound: those of everybody who reaches it; a class is what lies between two.
        var (b1, b2, b3, b4, b5) = (Vector512.Create(3_000L), Vector512.Create(10_000L), Vector512.Create(50_000L), Vector512.Create(100_000L), Vector512.Create(300_000L));
        var (n0, n1, n2, n3, n4, n5) = (Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero);
        var (w0, w1, w2, w3, w4, w5) = (n0, n0, n0, n0, n0, n0);
        var outcomes = Vector512<long>.Zero;
        ref var insureds = ref MemoryMarshal.GetArrayDataReference(_insured);
        ref var totals = ref MemoryMarshal.GetArrayDataReference(_total);
        ref var outcome = ref MemoryMarshal.GetArrayDataReference(_outcome);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_class);
        for (nuint i = 0; i < (nuint)_insured.Length; i += (nuint)Vector512<long>.Count)
        {
            var insured = Longs(Vector256.LoadUnsafe(ref insureds, i));
            var weight = Longs(Vector256.LoadUnsafe(ref totals, i)) * insured;
            outcomes += Longs(Vector256.LoadUnsafe(ref outcome, i)) * insured;
            (n0, w0) = (n0 + insured, w0 + weight);
            var (m1, m2, m3, m4, m5) = (
                Vector512.GreaterThanOrEqual(insured, b1), Vector512.GreaterThanOrEqual(insured, b2), Vector512.GreaterThanOrEqual(insured, b3),
                Vector512.GreaterThanOrEqual(insured, b4), Vector512.GreaterThanOrEqual(insured, b5));
            (n1, n2, n3, n4, n5) = (n1 + (m1 & insured), n2 + (m2 & insured), n3 + (m3 & insured), n4 + (m4 & insured), n5 + (m5 & insured));
            (w1, w2, w3, w4, w5) = (w1 + (m1 & weight), w2 + (m2 & weight), w3 + (m3 & weight), w4 + (m4 & weight), w5 + (m5 & weight));
            Ints(-(m1 + m2 + m3 + m4 + m5)).StoreUnsafe(ref classes, i);
        }

        Between(_insuredIn, n0, n1, n2, n3, n4, n5);
        Between(_weights, w0, w1, w2, w3, w4, w5);
        return Vector512.Sum(outcomes);
    }

    private static void Between(long[] classes, params ReadOnlySpan<Vector512<long>> from)
    {
        for (var size = 0; size < Classes; size++)
        {
            classes[size] = Vector512.Sum(from[size]) - (size + 1 < Classes ? Vector512.Sum(from[size + 1]) : 0);
        }
    }

    private void Pay(Vector512<long> budgets, Vector512<long> weights, Vector512<double> inverses, long outcomes)
    {
        var best = CutOff(_total.AsSpan(0, _count), (_count + 9) / 10, out var recipients);
        var (allOutcomes, inverseOutcome) = (Vector512.Create(outcomes), Vector512.Create(1.0 / outcomes));
        var (equal, reached) = (Vector512.Create((int)(ToBest / recipients)).GetLower(), Vector512.Create(best).GetLower());
        var (paidBySize, paidByOutcome) = (Vector512<long>.Zero, Vector512<long>.Zero);
        ref var insureds = ref MemoryMarshal.GetArrayDataReference(_insured);
        ref var totals = ref MemoryMarshal.GetArrayDataReference(_total);
        ref var outcome = ref MemoryMarshal.GetArrayDataReference(_outcome);
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_class);
        for (nuint i = 0; i < (nuint)_insured.Length; i += (nuint)Vector512<long>.Count)
        {
            var size = Longs(Vector256.LoadUnsafe(ref classes, i));
            var insured = Longs(Vector256.LoadUnsafe(ref insureds, i));
            var total = Vector256.LoadUnsafe(ref totals, i);
            var first = FloorQuotient(
                Vector512.Shuffle(budgets, size) * (Longs(total) * insured), Vector512.Shuffle(weights, size), Vector512.Shuffle(inverses, size));
            var second = FloorQuotient(Vector512.Create(ByOutcome) * (Longs(Vector256.LoadUnsafe(ref outcome, i)) * insured), allOutcomes, inverseOutcome);
            (paidBySize, paidByOutcome) = (paidBySize + first, paidByOutcome + second);
            var (bySize, byOutcome) = (Ints(first), Ints(second));
            var toBest = Vector256.GreaterThanOrEqual(total, reached) & equal;
            bySize.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_padded[0]), i);
            byOutcome.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_padded[1]), i);
            toBest.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_padded[2]), i);
            (bySize + byOutcome + toBest).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_padded[3]), i);
        }

        Figures[Classes] = BySize - Vector512.Sum(paidBySize);
        Figures[Classes + 1] = ByOutcome - Vector512.Sum(paidByOutcome);
        Figures[Classes + 2] = ToBest - (recipients * (ToBest / recipients));
    }

    /// <summary>Whether the allocation generated from the spec, with its certificate, comes to the same amounts and residues.</summary>
    public bool CheckedAgainst(Municipality交付額Payments allocation)
    {
        YenColumn[] columns = [allocation.規模別, allocation.成果別, allocation.上位均等, allocation.交付額];
        for (var column = 0; column < columns.Length; column++)
        {
            for (var row = 0; row < columns[column].Count; row++)
            {
                if (columns[column][row] != 1000L * Column(column)[row])
                {
                    return false;
                }
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> FloorQuotient(Vector512<long> numerator, Vector512<long> denominator, Vector512<double> inverse)
    {
        var quotient = Vector512.ConvertToInt64Native(Vector512.ConvertToDouble(numerator) * inverse);
        var remainder = numerator - (quotient * denominator);

        // A comparison that holds is -1.
        return quotient - Vector512.GreaterThanOrEqual(remainder, denominator) + Vector512.LessThan(remainder, Vector512<long>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Longs(Vector256<int> values)
    {
        var (lower, upper) = Vector256.Widen(values);
        return Vector512.Create(lower, upper);
    }

    private static Vector256<int> Ints(Vector512<long> values) => Vector256.Narrow(values.GetLower(), values.GetUpper());

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
