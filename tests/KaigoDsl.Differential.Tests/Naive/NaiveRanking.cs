using System.Numerics;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>Section 10 of the language reference, word by word, over the values of those who are ranked.</summary>
internal sealed class NaiveRanking(Fraction?[] values, bool?[] population, RankingRule rule)
{
    /// <summary>By row, the measure.</summary>
    public Fraction?[] Values { get; } = values;

    /// <summary>By row, whether it belongs to the 母集団.</summary>
    public bool?[] Population { get; } = population;

    /// <summary>Those whose measure exists and for whom the population condition is true.</summary>
    public List<Fraction> Ranked { get; } =
        [.. Enumerable.Range(0, values.Length).Where(r => values[r] is not null && population[r] == true).Select(r => values[r]!.Value)];

    public int N => Ranked.Count;

    public bool IsRanked(int row) => Values[row] is not null && Population[row] == true;

    public bool IsBetter(Fraction a, Fraction b) => rule.IsHighestFirst ? a > b : a < b;

    /// <summary>1 + the number strictly better; <see langword="null"/> for who is not ranked.</summary>
    public int? Standing(int row) => IsRanked(row) ? 1 + Ranked.Count(other => IsBetter(other, Values[row]!.Value)) : null;

    /// <summary>q·N made whole.</summary>
    public BigInteger Count(Fraction share)
    {
        var exact = share * N;
        return rule.Rounding switch
        {
            CountRule.Down => exact.Floor(),
            CountRule.Up => exact.Ceiling(),
            _ => (exact + new Fraction(1, 2)).Floor(),
        };
    }

    /// <summary>The value at rank k, counted from the best end (上位) or from the worst (下位).</summary>
    public Fraction CutOff(bool isTop, int k)
    {
        var fromEnd = new List<Fraction>(Ranked);
        fromEnd.Sort((a, b) => a == b ? 0 : IsBetter(a, b) == isTop ? -1 : 1);
        return fromEnd[k - 1];
    }

    /// <summary>Who is at or beyond a value, seen from the tier's end.</summary>
    public List<Fraction> AtOrBeyond(bool isTop, Fraction value) =>
        [.. Ranked.Where(other => other == value || IsBetter(other, value) == isTop)];
}
