using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>高い方 as declared: its series and its cap.</summary>
public sealed class BestRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="cap">最大; <see cref="int.MaxValue"/> for none.</param>
    /// <param name="books">Whether the points of the series not chosen are cleared.</param>
    /// <param name="series">The series in written order.</param>
    public BestRule(int cap, bool books, params SeriesRule[] series)
    {
        ArgumentNullException.ThrowIfNull(series);
        Cap = cap;
        Books = books;
        Series = [.. series];
        AreRanked = books && Series.Any(s => s.Ranking >= 0);
    }

    /// <summary>The most points.</summary>
    public int Cap { get; }

    /// <summary>Whether the points of the series not chosen are cleared.</summary>
    public bool Books { get; }

    /// <summary>The series.</summary>
    public ImmutableArray<SeriesRule> Series { get; }

    internal bool AreRanked { get; }
}
