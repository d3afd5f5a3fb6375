namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Which factors have happened in a world between the old and the new one.</summary>
internal sealed class FactorSet(IEnumerable<int> factors)
{
    private readonly bool[] _has = Mark([.. factors]);

    /// <summary>Whether a factor has happened; one that does not exist (-1) never has.</summary>
    public bool Has(int factor) => factor >= 0 && factor < _has.Length && _has[factor];

    /// <summary>The side a factor decides.</summary>
    public Side SideOf(int factor) => Has(factor) ? Side.New : Side.Old;

    /// <summary>What of the set some factors can see; equal for worlds that they cannot tell apart.</summary>
    public string Seen(IReadOnlyList<int> factors) => string.Create(factors.Count, (Set: this, Factors: factors), static (text, of) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = of.Set.Has(of.Factors[i]) ? '1' : '0';
        }
    });

    private static bool[] Mark(int[] factors)
    {
        var has = new bool[factors.Length == 0 ? 0 : Math.Max(factors.Max() + 1, 0)];
        foreach (var factor in factors)
        {
            if (factor >= 0)
            {
                has[factor] = true;
            }
        }

        return has;
    }
}
