using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KaigoDsl.Runtime;
using KaigoDsl.Specs.R8;

namespace KaigoDsl.N1;

/// <summary>One nation in memory: its table, its scores, what is worked out from them, all reused from run to run.</summary>
internal sealed class Nation
{
    private const int Prefectures = 47;

    private readonly NationData _data;
    private readonly TextGroups _prefectures;
    private readonly int[] _prefectureOf;
    private readonly MunicipalityTable _table;
    private readonly MunicipalityScores _scores;
    private readonly Layout _layout;
    private readonly ScoreNode[] _reported;
    private readonly long[] _figures;
    private readonly Money _money;

    public Nation(NationData data, int threads)
    {
        _scores = new MunicipalityScores { MaxDegreeOfParallelism = threads };
        _data = data;
        _table = NationTable.Create(data);
        _prefectures = TextGroups.Create(_table.都道府県);
        _prefectureOf = [.. _prefectures.Labels.Select(label => int.Parse(label ?? "0", CultureInfo.InvariantCulture))];
        _layout = new Layout(_scores);
        _reported = [.. _layout.Goals, .. _layout.Grants, _layout.Total];
        _figures = new long[(3 + Prefectures) * _reported.Length];
        _money = new Money(data.Insured);
    }

    public int Count => _data.Count;

    /// <summary>One evaluation: scores, national and prefectural figures, money.</summary>
    public void Run()
    {
        MunicipalityFramework.Score(_table, _scores);
        Statistics();
        _money.Run(_layout);
    }

    /// <summary>The money as the allocation of the spec has it: exact, with its certificate.</summary>
    public void Allocate() => Municipality交付額Allocation.Allocate(_table, _scores);

    /// <summary>Whether the allocation of the spec pays what the checksum holds.</summary>
    public bool PaysTheSame()
    {
        Run();
        return _money.CheckedAgainst(Municipality交付額Allocation.Allocate(_table, _scores));
    }

    /// <summary>The checksum of the job: scores as bytes, points and money as 32-bit columns, figures as 64-bit ones.</summary>
    public string Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var indicator in _layout.Indicators)
        {
            hash.AppendData([.. indicator.Values.ToArray().Select(points => checked((byte)points))]);
        }

        var nothing = new int[Count];
        foreach (var node in _layout.Cells.Concat(_layout.Goals).Concat(_layout.Grants).Append(_layout.Total))
        {
            hash.AppendData(MemoryMarshal.AsBytes(node is null ? nothing : node.Values));
        }

        for (var column = 0; column < Money.Columns; column++)
        {
            hash.AppendData(MemoryMarshal.AsBytes(_money.Column(column)));
        }

        hash.AppendData(MemoryMarshal.AsBytes(_figures.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(_money.Figures.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private void Statistics()
    {
        var nodes = _reported.Length;
        Span<long> sums = stackalloc long[_prefectures.Labels.Count];
        Span<int> counts = stackalloc int[sums.Length];
        for (var k = 0; k < nodes; k++)
        {
            var figures = _reported[k].Figures();
            _figures[3 * k] = Mean(figures.Sum, figures.Count);
            _figures[(3 * k) + 1] = figures.LowerMiddle + figures.UpperMiddle;
            _figures[(3 * k) + 2] = figures.Maximum;
            _reported[k].SumBy(_prefectures, sums, counts);
            for (var p = 0; p < sums.Length; p++)
            {
                _figures[((3 + _prefectureOf[p] - 1) * nodes) + k] = Mean(sums[p], counts[p]);
            }
        }
    }

    /// <summary>
    /// In thousandths, cut off. Points are not negative, and below 2^53 the quotient in binary64 never reaches the next integer: what lies
    /// below it lies below by more than half a step.
    /// </summary>
    private static long Mean(long sum, int count) => (long)((double)(sum * 1000) / count);
}
