namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Which factors have happened in a world between the old and the new one.</summary>
internal sealed class FactorSet(IEnumerable<int> factors)
{
    private readonly HashSet<int> _factors = [.. factors];

    /// <summary>Whether a factor has happened; one that does not exist (-1) never has.</summary>
    public bool Has(int factor) => factor >= 0 && _factors.Contains(factor);

    /// <summary>The side a factor decides.</summary>
    public Side SideOf(int factor) => Has(factor) ? Side.New : Side.Old;

    /// <summary>What of the set some factors can see; equal for worlds that they cannot tell apart.</summary>
    public string Seen(IEnumerable<int> factors) => string.Concat(factors.Select(factor => _factors.Contains(factor) ? '1' : '0'));
}
