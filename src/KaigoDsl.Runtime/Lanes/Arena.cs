namespace KaigoDsl.Runtime;

/// <summary>Gives out aligned memory that is all given back at once; what a second run of the same size asks for is already there.</summary>
internal sealed unsafe class Arena
{
    private const long SmallestBlock = 1 << 18;

    private readonly List<PinnedMemory> _blocks = [];
    private int _block;
    private long _used;

    /// <summary>Takes everything back.</summary>
    public void Reset() => (_block, _used) = (0, 0);

    /// <summary>Memory of unspecified content, aligned to a cache line.</summary>
    public byte* Take(long length)
    {
        // An odd number of cache lines, so that columns do not all begin in the same set of the cache.
        length = ((length + PinnedMemory.Alignment - 1) / PinnedMemory.Alignment | 1) * PinnedMemory.Alignment;
        for (; _block < _blocks.Count; _block++, _used = 0)
        {
            if (_used + length <= _blocks[_block].Length)
            {
                var start = _blocks[_block].Start + _used;
                _used += length;
                return start;
            }
        }

        _blocks.Add(new PinnedMemory(Math.Max(length, SmallestBlock)));
        _used = length;
        return _blocks[_block].Start;
    }

    public ulong* TakeBits(int blocks) => (ulong*)Take(blocks * sizeof(ulong));
}
