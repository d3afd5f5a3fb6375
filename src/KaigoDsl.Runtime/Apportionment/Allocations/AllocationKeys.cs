using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>The keys that payments are booked under.</summary>
public static class AllocationKeys
{
    /// <summary>The keys by row; empty where the cell is blank.</summary>
    public static ImmutableArray<string> Of(TextColumn keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var result = ImmutableArray.CreateBuilder<string>(keys.Count);
        foreach (var key in keys.Values)
        {
            result.Add(key ?? string.Empty);
        }

        return result.MoveToImmutable();
    }
}
