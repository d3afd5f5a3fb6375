namespace KaigoDsl.Runtime;

/// <summary>Standings by a radix sort of the keys; rows of one key are ordered exactly.</summary>
internal sealed unsafe class StandingOrder
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    private readonly int[] _starts = new int[3 * Digits];
    private ulong[] _entries = [];
    private ulong[] _other = [];
    private int[] _ties = [];

    /// <summary>Writes 1 + the number strictly better for every valid row, 0 for the others.</summary>
    /// <param name="source">What is compared.</param>
    /// <param name="lowestFirst">Whether smaller values are better.</param>
    /// <param name="keys">The bits of the keys by row.</param>
    /// <param name="valid">The rows ranked.</param>
    /// <param name="count">Rows of the table.</param>
    /// <param name="standings">Written by row.</param>
    public void Write(in MeasureSource source, bool lowestFirst, int* keys, ulong* valid, int count, int* standings)
    {
        if (_entries.Length < count)
        {
            (_entries, _other, _ties) = (new ulong[count], new ulong[count], new int[count]);
        }

        Array.Clear(_starts);
        var n = 0;
        for (var row = 0; row < count; row++)
        {
            standings[row] = 0;

            // Best first: the order of the keys turned over, as an unsigned number.
            var key = ~((uint)ApproximateKeys.Ordered(keys[row]) ^ 0x8000_0000);
            _entries[n] = ((ulong)key << 32) | (uint)row;
            n += (int)(valid[row / RowBlocks.Rows] >> row & 1);
        }

        for (var i = 0; i < n; i++)
        {
            var key = (uint)(_entries[i] >> 32);
            _starts[key & (Digits - 1)]++;
            _starts[Digits + (int)(key >> DigitBits & (Digits - 1))]++;
            _starts[(2 * Digits) + (int)(key >> (2 * DigitBits))]++;
        }

        for (var digit = 0; digit < 3; digit++)
        {
            var starts = _starts.AsSpan(digit * Digits, Digits);
            var next = 0;
            for (var value = 0; value < starts.Length; value++)
            {
                (starts[value], next) = (next, next + starts[value]);
            }

            for (var i = 0; i < n; i++)
            {
                _other[starts[(int)(_entries[i] >> (32 + (digit * DigitBits))) & (Digits - 1)]++] = _entries[i];
            }

            (_entries, _other) = (_other, _entries);
        }

        var order = new ExactOrder(source, lowestFirst);
        for (var start = 0; start < n;)
        {
            var key = _entries[start] >> 32;
            var end = start;
            for (; end < n && _entries[end] >> 32 == key; end++)
            {
                _ties[end - start] = (int)(uint)_entries[end];
            }

            var ties = _ties.AsSpan(0, end - start);
            var equal = ties.Length == 1 || order.AreEqualByKey(ApproximateKeys.Ordered(keys[ties[0]])) || order.AllEqual(ties);
            if (!equal)
            {
                order.Sort(ties);
            }

            var standing = start + 1;
            for (var i = 0; i < ties.Length; i++)
            {
                standing = equal || i == 0 || order.Compare(ties[i], ties[i - 1]) == 0 ? standing : start + i + 1;
                standings[ties[i]] = standing;
            }

            start = end;
        }
    }
}
