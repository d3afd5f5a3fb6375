using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>The columns of the table of one entity, in order.</summary>
public sealed class TableSchema
{
    private readonly FrozenDictionary<string, int> _indexes;

    /// <summary>Creates a schema.</summary>
    /// <param name="entity">Label of the entity: 市町村.</param>
    /// <param name="columns">The columns in order.</param>
    /// <exception cref="ArgumentException">Two columns share a name or an alias.</exception>
    public TableSchema(string entity, ImmutableArray<ColumnSchema> columns)
    {
        Entity = entity;
        Columns = columns;
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            Register(columns[i].Name, i);
            foreach (var alias in columns[i].Aliases)
            {
                Register(alias, i);
            }
        }

        _indexes = indexes.ToFrozenDictionary(StringComparer.Ordinal);

        void Register(string header, int index)
        {
            if (!indexes.TryAdd(header, index) && indexes[header] != index)
            {
                throw new ArgumentException($"Two columns answer to the header `{header}`.", nameof(columns));
            }
        }
    }

    /// <summary>Label of the entity: 市町村.</summary>
    public string Entity { get; }

    /// <summary>The columns in order.</summary>
    public ImmutableArray<ColumnSchema> Columns { get; }

    /// <summary>Index of the key column; -1 when there is none.</summary>
    public int KeyColumn => FirstOf(ColumnKind.Key);

    /// <summary>Index of the display-name column; -1 when there is none.</summary>
    public int NameColumn => FirstOf(ColumnKind.Name);

    /// <summary>Index of the column with this name or alias (ordinal); -1 when there is none.</summary>
    public int IndexOf(string header) => _indexes.TryGetValue(header, out var index) ? index : -1;

    private int FirstOf(ColumnKind kind)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }
}
