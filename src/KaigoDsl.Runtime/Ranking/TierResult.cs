namespace KaigoDsl.Runtime;

/// <summary>Who is in one tier of a ranking.</summary>
public sealed class TierResult
{
    private readonly bool[] _hits;

    internal TierResult(int k, Rational cutOff, bool[] hits)
    {
        K = k;
        CutOff = cutOff;
        _hits = hits;
        HitCount = hits.AsSpan().Count(true);
    }

    /// <summary>q·N made whole: how many the tier is meant for.</summary>
    public int K { get; }

    /// <summary>The value at rank k, counted from the tier's end; missing when k is 0 and nobody is in.</summary>
    public Rational CutOff { get; }

    /// <summary>How many are in; with ties more than <see cref="K"/>.</summary>
    public int HitCount { get; }

    /// <summary>By row: is it in?</summary>
    public ReadOnlySpan<bool> Hits => _hits;

    /// <summary>Whether a row is in.</summary>
    public bool IsHit(int row) => _hits[row];
}
