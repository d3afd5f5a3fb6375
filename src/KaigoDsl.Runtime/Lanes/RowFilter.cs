using System.Runtime.Intrinsics;

namespace KaigoDsl.Runtime;

/// <summary>Rows where all columns that are read have a value and no divisor is 0.</summary>
internal unsafe struct RowFilter
{
    private ulong* _first;
    private ulong* _second;
    private ulong* _third;
    private ulong* _fourth;
    private int* _divisor;
    private int* _otherDivisor;

    /// <summary>Whether every row passes.</summary>
    public readonly bool IsOpen => _first == null && _divisor == null;

    /// <summary>The rows where a measure has a value; its columns have narrow values.</summary>
    public static RowFilter Of(in RowMeasure measure)
    {
        var filter = default(RowFilter);
        filter.Require(measure.A);
        filter.Require(measure.B);
        filter.Require(measure.C);
        filter.Require(measure.D);
        filter.Divide(measure.B);
        filter.Divide(measure.D);
        return filter;
    }

    /// <summary>Lets only rows with a value pass.</summary>
    public void Require(QuantityColumn? column)
    {
        if (column?.Present is not { } present)
        {
            return;
        }

        if (_first == null)
        {
            _first = present.Words;
        }
        else if (_second == null)
        {
            _second = present.Words;
        }
        else if (_third == null)
        {
            _third = present.Words;
        }
        else
        {
            _fourth = present.Words;
        }
    }

    /// <summary>Lets only rows pass whose value, which is not negative, is not 0.</summary>
    public void Divide(QuantityColumn? divisor)
    {
        if (divisor?.Narrow is not { Minimum: <= 0 } narrow)
        {
            return;
        }

        if (_divisor == null)
        {
            _divisor = narrow.Values;
        }
        else
        {
            _otherDivisor = narrow.Values;
        }
    }

    /// <summary>Writes the rows that pass.</summary>
    public readonly void Write(ulong* allRows, ulong* passed, int blocks)
    {
        for (var block = 0; block < blocks; block++)
        {
            var word = allRows[block];
            word &= _first == null ? ulong.MaxValue : _first[block];
            word &= _second == null ? ulong.MaxValue : _second[block];
            word &= _third == null ? ulong.MaxValue : _third[block];
            word &= _fourth == null ? ulong.MaxValue : _fourth[block];
            word &= _divisor == null ? ulong.MaxValue : NonZero(_divisor + ((long)block * RowBlocks.Rows));
            word &= _otherDivisor == null ? ulong.MaxValue : NonZero(_otherDivisor + ((long)block * RowBlocks.Rows));
            passed[block] = word;
        }
    }

    private static ulong NonZero(int* values)
    {
        var bits = 0UL;
        for (var lane = 0; lane < RowBlocks.Rows; lane += 16)
        {
            bits |= Vector512.Equals(Vector512.LoadAligned(values + lane), Vector512<int>.Zero).ExtractMostSignificantBits() << lane;
        }

        return ~bits;
    }
}
