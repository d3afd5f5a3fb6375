using System.Collections.Immutable;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact;

/// <summary>The tables that two frameworks are scored from: one data set read by both, or one for each.</summary>
public sealed class ImpactData
{
    private ImpactData(EntityTable oldTable, EntityTable newTable, bool isOneSet, ImmutableArray<int> unfedOld, ImmutableArray<int> unfedNew) =>
        (OldTable, NewTable, IsOneSet, UnfedOld, UnfedNew) = (oldTable, newTable, isOneSet, unfedOld, unfedNew);

    /// <summary>In the columns of the old framework.</summary>
    public EntityTable OldTable { get; }

    /// <summary>In the columns of the new framework.</summary>
    public EntityTable NewTable { get; }

    /// <summary>Whether both tables hold the same facts in the same rows, so that no difference comes from the data.</summary>
    public bool IsOneSet { get; }

    /// <summary>Columns of the old framework that nothing in the data could fill.</summary>
    public ImmutableArray<int> UnfedOld { get; }

    /// <summary>Columns of the new framework that nothing in the data could fill.</summary>
    public ImmutableArray<int> UnfedNew { get; }

    /// <summary>Each framework has data of its own: last year's under the old, this year's under the new.</summary>
    /// <param name="oldTable">In the columns of the old framework.</param>
    /// <param name="newTable">In the columns of the new framework.</param>
    public static ImpactData FromTwo(EntityTable oldTable, EntityTable newTable)
    {
        ArgumentNullException.ThrowIfNull(oldTable);
        ArgumentNullException.ThrowIfNull(newTable);
        return new ImpactData(oldTable, newTable, isOneSet: false, [], []);
    }

    /// <summary>One data set for both: what the other framework reads is carried over along the matches of columns and nodes.</summary>
    /// <param name="pair">The frameworks and what corresponds.</param>
    /// <param name="table">The data.</param>
    /// <param name="isNew">Whether <paramref name="table"/> is in the columns of the new framework, not of the old.</param>
    /// <param name="reading">The same data read in the columns of the other framework, for what has no counterpart or is read in another unit; <see langword="null"/> for none.</param>
    /// <param name="isPresent">Whether the data has a column of <paramref name="reading"/>; needed with it.</param>
    public static ImpactData FromOne(FrameworkPair pair, EntityTable table, bool isNew, EntityTable? reading = null, Func<int, bool>? isPresent = null)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(table);
        var (carried, unfed) = DataCarrier.Carry(pair, table, isNew, reading, isPresent);
        return isNew
            ? new ImpactData(carried, table, isOneSet: true, unfed, [])
            : new ImpactData(table, carried, isOneSet: true, [], unfed);
    }
}
