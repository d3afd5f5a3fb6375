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
    private readonly MunicipalityTable _table;
    private readonly MunicipalityScores _scores = new();
    private readonly Layout _layout;
    private readonly ScoreNode[] _reported;
    private readonly long[] _figures;
    private readonly Money _money;

    public Nation(NationData data)
    {
        _data = data;
        _table = NationTable.Create(data);
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

        foreach (var column in _money.Columns)
        {
            hash.AppendData(MemoryMarshal.AsBytes(column.AsSpan()));
        }

        hash.AppendData(MemoryMarshal.AsBytes(_figures.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(_money.Figures.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private void Statistics()
    {
        var nodes = _reported.Length;
        Span<long> sums = stackalloc long[Prefectures + 1];
        Span<long> counts = stackalloc long[Prefectures + 1];
        for (var k = 0; k < nodes; k++)
        {
            var summary = Runtime.Statistics.OfScores(_reported[k].Values);
            _figures[3 * k] = (long)(summary.Mean * 1000).Floor();
            _figures[(3 * k) + 1] = (long)(summary.Median * 2).Floor();
            _figures[(3 * k) + 2] = (long)summary.Maximum.Floor();
            sums.Clear();
            counts.Clear();
            var points = _reported[k].Values;
            for (var i = 0; i < points.Length; i++)
            {
                sums[_data.Prefecture[i]] += points[i];
                counts[_data.Prefecture[i]]++;
            }

            for (var p = 1; p <= Prefectures; p++)
            {
                _figures[((3 + p - 1) * nodes) + k] = counts[p] == 0 ? 0 : sums[p] * 1000 / counts[p];
            }
        }
    }
}
