using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>The keys that payments are booked under. What is found out about them is kept with their column.</summary>
public sealed class AllocationKeys
{
    private int[]? _order;

    private AllocationKeys(ImmutableArray<string> values)
    {
        Values = values;
        var seen = new HashSet<string>(values.Length, StringComparer.Ordinal);
        AreUsable = true;
        foreach (var key in values)
        {
            AreUsable &= key.Length > 0 && seen.Add(key);
        }
    }

    /// <summary>The keys by row; empty where the cell is blank.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether every row has a key and no two have the same.</summary>
    public bool AreUsable { get; }

    /// <summary>By row: how many keys come before its own in ordinal order.</summary>
    internal ReadOnlySpan<int> Order => _order ??= FindOrder();

    /// <summary>The keys of a table, by its key column.</summary>
    public static AllocationKeys Of(TextColumn keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Keys ??= new AllocationKeys([.. keys.Values.ToArray().Select(static key => key ?? string.Empty)]);
    }

    /// <summary>Keys as they are.</summary>
    /// <param name="keys">By row; empty for none.</param>
    public static AllocationKeys Of(ImmutableArray<string> keys) => new(keys);

    private int[] FindOrder()
    {
        string[] keys = [.. Values];
        int[] rows = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, rows, StringComparer.Ordinal);
        var order = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            order[rows[i]] = i;
        }

        return order;
    }
}
