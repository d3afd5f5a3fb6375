namespace KaigoDsl.Compiler.Tests.Syntax;

/// <summary>A small generator whose numbers never change between versions of anything (SplitMix64).</summary>
internal struct SplitMix(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);

    /// <summary>A number from 0 up to, not including, a limit; 0 for a limit of 0.</summary>
    public int Next(int limit)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return limit == 0 ? 0 : (int)(z % (ulong)limit);
        }
    }
}
