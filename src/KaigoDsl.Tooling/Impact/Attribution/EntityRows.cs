using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Which rows of two tables are one entity. Without a key, or where keys are blank or double, the order decides.</summary>
internal sealed class EntityRows
{
    public EntityRows(EntityTable oldTable, EntityTable newTable)
    {
        var places = new Dictionary<(string, int), int>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < oldTable.Count; row++)
        {
            places.Add(Next(oldTable.Key(row), seen), row);
        }

        seen.Clear();
        NewOfOld = new int[oldTable.Count];
        OldOfNew = new int[newTable.Count];
        Array.Fill(NewOfOld, -1);
        var (olds, news) = (new List<int>(), new List<int>());
        for (var row = 0; row < newTable.Count; row++)
        {
            OldOfNew[row] = places.GetValueOrDefault(Next(newTable.Key(row), seen), -1);
            if (OldOfNew[row] >= 0)
            {
                NewOfOld[OldOfNew[row]] = row;
                olds.Add(OldOfNew[row]);
                news.Add(row);
            }
        }

        (Old, New) = ([.. olds], [.. news]);
        AreSame = olds.Count == oldTable.Count && news.Count == newTable.Count;
    }

    /// <summary>By entity in both: its row in the old table.</summary>
    public int[] Old { get; }

    /// <summary>By entity in both: its row in the new table.</summary>
    public int[] New { get; }

    /// <summary>By row of the old table: the new one; -1 for none.</summary>
    public int[] NewOfOld { get; }

    /// <summary>By row of the new table: the old one; -1 for none.</summary>
    public int[] OldOfNew { get; }

    /// <summary>Whether both tables have the same entities.</summary>
    public bool AreSame { get; }

    public int Count => Old.Length;

    public int[] Of(Side side) => side == Side.Old ? Old : New;

    private static (string, int) Next(string key, Dictionary<string, int> seen)
    {
        seen[key] = seen.GetValueOrDefault(key) + 1;
        return (key, seen[key]);
    }
}
