namespace KaigoDsl.Runtime;

/// <summary>Checks that generated code makes before it trusts a table.</summary>
public static class TableSchemaExtensions
{
    /// <summary>Makes sure that a table of another schema has the same columns: number, order, name, kind, type and unit.</summary>
    /// <exception cref="ArgumentException">It has not; the message names the first difference.</exception>
    public static void ThrowIfDifferent(this TableSchema expected, TableSchema actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        if (ReferenceEquals(expected, actual))
        {
            return;
        }

        if (expected.Columns.Length != actual.Columns.Length)
        {
            throw new ArgumentException($"`{expected.Entity}` has {expected.Columns.Length} columns, the table {actual.Columns.Length}.", nameof(actual));
        }

        for (var i = 0; i < expected.Columns.Length; i++)
        {
            var (left, right) = (expected.Columns[i], actual.Columns[i]);
            if (!string.Equals(left.Name, right.Name, StringComparison.Ordinal)
                || left.Kind != right.Kind
                || left.Type != right.Type
                || left.UnitFactor != right.UnitFactor)
            {
                throw new ArgumentException(
                    $"Column {i} should be `{left.Name}` ({left.Kind}, {left.Type}, ×{left.UnitFactor}), but is `{right.Name}` ({right.Kind}, {right.Type}, ×{right.UnitFactor}).",
                    nameof(actual));
            }
        }
    }
}
