using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>A decision, formula or allocation was asked of a table that lacks columns it reads. Scoring may do without them; this cannot.</summary>
public sealed class MissingColumnsException : InvalidOperationException
{
    private MissingColumnsException(string reader, ImmutableArray<string> columns)
        : base($"{reader} reads columns that the table does not have: {string.Join(", ", columns.Select(c => "`" + c + "`"))}.")
    {
        Reader = reader;
        Columns = columns;
    }

    /// <summary>What reads them: 判定 支援要件.</summary>
    public string Reader { get; }

    /// <summary>The names of the columns that are not there.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Makes sure that a table has columns, blank or not.</summary>
    /// <param name="table">The table.</param>
    /// <param name="reader">What reads them.</param>
    /// <param name="columns">Their indexes.</param>
    /// <exception cref="MissingColumnsException">Some were not given.</exception>
    public static void ThrowIfAny(EntityTable table, string reader, params ReadOnlySpan<int> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var column in columns)
        {
            if (table.IsAbsent(column))
            {
                missing.Add(table.Schema.Columns[column].Name);
            }
        }

        if (missing.Count > 0)
        {
            throw new MissingColumnsException(reader, missing.ToImmutable());
        }
    }
}
