namespace KaigoDsl.Runtime;

/// <summary>Which rows of one table belong to each row of another, as municipalities belong to their prefecture (管内).</summary>
public sealed class MemberGroups
{
    private readonly int[] _groups; // By row of the owners: its group, or -1 without a key that a member names.
    private readonly int[] _starts; // By group: where its rows begin; one more at the end.
    private readonly int[] _rows;   // The members' rows, group by group, each group in the order of the table.

    private MemberGroups(int memberCount, int[] groups, int[] starts, int[] rows)
    {
        MemberCount = memberCount;
        _groups = groups;
        _starts = starts;
        _rows = rows;
    }

    /// <summary>Number of rows of the owners' table.</summary>
    public int Count => _groups.Length;

    /// <summary>Number of rows of the members' table, those that belong to nobody included.</summary>
    public int MemberCount { get; }

    /// <summary>The rows of the members of an owner, ascending.</summary>
    public ReadOnlySpan<int> this[int owner] => _groups[owner] is var group && group >= 0
        ? _rows.AsSpan(_starts[group], _starts[group + 1] - _starts[group])
        : default;

    /// <summary>Matches the members' references with the owners' keys, compared ordinally. A blank belongs to nobody.</summary>
    /// <param name="keys">The key of each owner.</param>
    /// <param name="links">The key that each member names.</param>
    public static MemberGroups Create(TextColumn keys, TextColumn links)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(links);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new int[keys.Count];
        for (var owner = 0; owner < groups.Length; owner++)
        {
            groups[owner] = -1;
            if (keys[owner] is { } key)
            {
                numbers.TryAdd(key, numbers.Count);
                groups[owner] = numbers[key];
            }
        }

        // Counting sort: sizes, then starts, then every row into its place.
        var starts = new int[numbers.Count + 1];
        var memberGroups = new int[links.Count];
        for (var row = 0; row < memberGroups.Length; row++)
        {
            memberGroups[row] = links[row] is { } link && numbers.TryGetValue(link, out var group) ? group : -1;
            if (memberGroups[row] >= 0)
            {
                starts[memberGroups[row] + 1]++;
            }
        }

        for (var group = 0; group < numbers.Count; group++)
        {
            starts[group + 1] += starts[group];
        }

        var rows = new int[starts[^1]];
        var next = starts.AsSpan(0, numbers.Count).ToArray();
        for (var row = 0; row < memberGroups.Length; row++)
        {
            if (memberGroups[row] >= 0)
            {
                rows[next[memberGroups[row]]++] = row;
            }
        }

        return new MemberGroups(links.Count, groups, starts, rows);
    }
}
