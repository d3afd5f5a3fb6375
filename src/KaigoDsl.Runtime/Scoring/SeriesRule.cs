using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>One series of a 高い方.</summary>
public sealed class SeriesRule
{
    /// <summary>Creates a series.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="ranking">Its ranking; -1 for none.</param>
    /// <param name="below">The slots below it.</param>
    public SeriesRule(int slot, int ranking, params int[] below)
    {
        Slot = slot;
        Ranking = ranking;
        Below = [.. below];
    }

    /// <summary>Its slot.</summary>
    public int Slot { get; }

    /// <summary>Its ranking; -1 for none.</summary>
    public int Ranking { get; }

    /// <summary>The slots below it.</summary>
    public ImmutableArray<int> Below { get; }
}
