using System.Runtime.CompilerServices;

namespace KaigoDsl.Runtime;

/// <summary>
/// A pinned block, aligned to a cache line; a vector may be read from any place in it. It lives as long as this object is reachable.
/// </summary>
internal sealed unsafe class PinnedMemory
{
    /// <summary>A cache line, and the widest vector.</summary>
    public const int Alignment = 64;

    private readonly byte[] _bytes;

    public PinnedMemory(long length)
    {
        _bytes = GC.AllocateArray<byte>(checked((int)(length + (2 * Alignment))), pinned: true);
        var start = (nuint)Unsafe.AsPointer(ref _bytes[0]);
        Start = (byte*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        Length = length;
    }

    public byte* Start { get; }

    public long Length { get; }
}
