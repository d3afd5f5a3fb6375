namespace KaigoDsl.Synthesis;

/// <summary>
/// A small seeded generator (SplitMix64) whose sequence is part of this project's contract: the same seed gives the same nation on
/// every platform and in every version. System.Random promises neither. Integers only; fixed point has 16 binary places.
/// </summary>
internal sealed class RandomSource
{
    /// <summary>One in fixed point.</summary>
    public const int One = 1 << 16;

    private ulong _state;

    public RandomSource(ulong seed) => _state = seed;

    /// <summary>An independent stream for a named purpose, so that a change in one part of the nation leaves the others as they are.</summary>
    public static RandomSource For(ulong seed, string purpose)
    {
        // FNV-1a over UTF-16 code units, then one scrambling step.
        var hash = 14695981039346656037UL;
        foreach (var c in purpose)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return new RandomSource(unchecked(new RandomSource(seed).NextUInt64() ^ hash));
    }

    public ulong NextUInt64()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from 0 up to, but not including, a bound.</summary>
    public int Next(int bound) => (int)(((UInt128)NextUInt64() * (ulong)bound) >> 64);

    /// <summary>A whole number from low to high, both included.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>A standard normal deviate in fixed point: the sum of twelve uniform ones (Irwin–Hall), so within ±6.</summary>
    public int NextNormal()
    {
        var sum = -6 * One;
        for (var i = 0; i < 3; i++)
        {
            var bits = NextUInt64();
            sum += (int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) + (int)((bits >> 32) & 0xFFFF) + (int)(bits >> 48);
        }

        return sum;
    }

    /// <summary>Puts the items in random order.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
