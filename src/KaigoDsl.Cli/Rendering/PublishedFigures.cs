using System.Collections.Immutable;
using System.Numerics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>
/// The published figures that stand. Where several editions (版) state the same figure, the one called 確定 (final) stands, otherwise the one
/// written last; the earlier ones are superseded.
/// </summary>
internal static class PublishedFigures
{
    private static readonly string[] s_final = ["確定", "final"];

    /// <summary>One comparison for every figure published, in written order.</summary>
    public static ImmutableArray<PublishedComparison> Current(ImmutableArray<PublishedComparison> all) => Current(all, static figure => figure.Block, KeyOf);

    /// <summary>One of each figure published, in written order.</summary>
    /// <param name="all">The figures.</param>
    /// <param name="blockOf">The block of a figure.</param>
    /// <param name="keyOf">What a figure is about; a figure about one entity and the same figure about all of them are two figures.</param>
    public static ImmutableArray<T> Current<T, TKey>(ImmutableArray<T> all, Func<T, PublishedPlan> blockOf, Func<T, TKey> keyOf)
        where T : class
        where TKey : notnull
    {
        var chosen = new Dictionary<TKey, T>();
        foreach (var figure in all)
        {
            var key = keyOf(figure);
            if (!chosen.TryGetValue(key, out var known) || !IsFinal(blockOf(known)) || IsFinal(blockOf(figure)))
            {
                chosen[key] = figure;
            }
        }

        return [.. all.Where(figure => ReferenceEquals(chosen[keyOf(figure)], figure))];
    }

    /// <summary>The figure as printed: as many decimals as its precision says; a rate in percent.</summary>
    public static string Published(PublishedValue value)
    {
        var scale = Scale(value.Statistic);
        return Decimals(value.Value * scale, value.Precision * scale);
    }

    /// <summary>The computed figure in the same form.</summary>
    public static string Computed(PublishedComparison comparison)
    {
        var scale = Scale(comparison.Value.Statistic);
        var decimals = DecimalPlaces(comparison.Value.Precision * scale);
        return comparison.Value.Statistic == StatisticKind.Rate
            ? (comparison.Computed * 100).ToDecimalString(decimals)
            : comparison.ComputedText(decimals);
    }

    /// <summary>The editions that blocks come from, in written order.</summary>
    public static ImmutableArray<string> Editions(IEnumerable<PublishedPlan> blocks, Texts texts) =>
        [.. blocks.Select(block => block.Edition ?? texts.NoEdition).Distinct(StringComparer.Ordinal)];

    private static (string? Subject, int Node, StatisticKind Statistic) KeyOf(PublishedComparison comparison) =>
        (comparison.Block.Subject, comparison.Node.Index, comparison.Value.Statistic);

    private static bool IsFinal(PublishedPlan block) =>
        block.Edition is { } edition && s_final.Any(word => edition.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static ExactNumber Scale(StatisticKind statistic) => statistic == StatisticKind.Rate ? new ExactNumber(100) : ExactNumber.One;

    private static string Decimals(ExactNumber value, ExactNumber precision)
    {
        var places = DecimalPlaces(precision);
        return Runtime.Rational.Create(value.Numerator, value.Denominator).ToDecimalString(places);
    }

    /// <summary>Precision is half of the last digit printed: 1/20 means one decimal.</summary>
    private static int DecimalPlaces(ExactNumber precision)
    {
        var digit = precision + precision;
        var places = 0;
        while (places < 12 && !(digit * new ExactNumber(BigInteger.Pow(10, places))).IsInteger)
        {
            places++;
        }

        return places;
    }
}
