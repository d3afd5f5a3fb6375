namespace KaigoDsl.Runtime;

/// <summary>
/// Exact aggregates of the members' values, one for each owner (管内.市町村.… の平均 and its kin). What is missing or unknown is left
/// out; an aggregate of nothing is missing. Only 件数 is then zero, and 合計 where there are no members at all.
/// </summary>
public static class MemberAggregates
{
    private delegate Rational Aggregate<T>(ReadOnlySpan<int> rows, ReadOnlySpan<T> values);

    /// <summary>合計; missing where there are members but none has a value.</summary>
    /// <param name="groups">Which rows belong to whom.</param>
    /// <param name="values">The members' values by row.</param>
    public static Rational[] Sum(MemberGroups groups, ReadOnlySpan<Rational> values) =>
        ForEach(groups, values, static (rows, values) =>
            Total(rows, values) switch { var (sum, count) => count > 0 || rows.IsEmpty ? sum : Rational.Missing });

    /// <summary>平均.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Mean(MemberGroups groups, ReadOnlySpan<Rational> values) =>
        ForEach(groups, values, static (rows, values) => Total(rows, values) switch { var (sum, count) => sum / count });

    /// <summary>中央値: the mean of the two middle values when even.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Median(MemberGroups groups, ReadOnlySpan<Rational> values) => ForEach(groups, values, static (rows, values) =>
    {
        var known = new List<Rational>(rows.Length);
        foreach (var row in rows)
        {
            if (!values[row].IsMissing)
            {
                known.Add(values[row]);
            }
        }

        known.Sort();
        return known.Count == 0 ? Rational.Missing : (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
    });

    /// <summary>最大.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Maximum(MemberGroups groups, ReadOnlySpan<Rational> values) => ForEach(groups, values, static (rows, values) =>
    {
        var result = Rational.Missing;
        foreach (var row in rows)
        {
            result = result.IsMissing ? values[row] : values[row].IsMissing ? result : Rational.Max(result, values[row]);
        }

        return result;
    });

    /// <summary>最小.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Minimum(MemberGroups groups, ReadOnlySpan<Rational> values) => ForEach(groups, values, static (rows, values) =>
    {
        var result = Rational.Missing;
        foreach (var row in rows)
        {
            result = result.IsMissing ? values[row] : values[row].IsMissing ? result : Rational.Min(result, values[row]);
        }

        return result;
    });

    /// <summary>件数 of the values that exist.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Count(MemberGroups groups, ReadOnlySpan<Rational> values) =>
        ForEach(groups, values, static (rows, values) => Total(rows, values).Count);

    /// <summary>件数 of the texts that exist.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Count(MemberGroups groups, ReadOnlySpan<string?> values) => ForEach(groups, values, static (rows, values) =>
    {
        var count = 0;
        foreach (var row in rows)
        {
            count += values[row] is null ? 0 : 1;
        }

        return count;
    });

    /// <summary>件数 of the members for which a condition is true.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Count(MemberGroups groups, ReadOnlySpan<Truth> values) =>
        ForEach(groups, values, static (rows, values) => Tally(rows, values).Met);

    /// <summary>割合: the members for which a condition is true, among those for which it is known.</summary>
    /// <inheritdoc cref="Sum"/>
    public static Rational[] Share(MemberGroups groups, ReadOnlySpan<Truth> values) =>
        ForEach(groups, values, static (rows, values) => Tally(rows, values) switch { var (met, known) => Rational.Create(met, known) });

    private static Rational[] ForEach<T>(MemberGroups groups, ReadOnlySpan<T> values, Aggregate<T> aggregate)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (values.Length != groups.MemberCount)
        {
            throw new ArgumentException($"There must be one value per member: {groups.MemberCount}, not {values.Length}.", nameof(values));
        }

        var result = new Rational[groups.Count];
        for (var owner = 0; owner < result.Length; owner++)
        {
            result[owner] = aggregate(groups[owner], values);
        }

        return result;
    }

    private static (Rational Sum, int Count) Total(ReadOnlySpan<int> rows, ReadOnlySpan<Rational> values)
    {
        var (sum, count) = (Rational.Zero, 0);
        foreach (var row in rows)
        {
            if (!values[row].IsMissing)
            {
                sum += values[row];
                count++;
            }
        }

        return (sum, count);
    }

    private static (int Met, int Known) Tally(ReadOnlySpan<int> rows, ReadOnlySpan<Truth> values)
    {
        var (met, known) = (0, 0);
        foreach (var row in rows)
        {
            met += values[row] == Truth.True ? 1 : 0;
            known += values[row] == Truth.Unknown ? 0 : 1;
        }

        return (met, known);
    }
}
