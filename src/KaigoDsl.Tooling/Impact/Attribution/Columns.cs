using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Columns put in another order of rows, and compared.</summary>
internal static class Columns
{
    /// <summary>The cells of some rows; -1 gives a blank.</summary>
    public static TableColumn Gather(TableColumn column, int[] rows) => column switch
    {
        _ when IsInOrder(rows, column.Count) => column,
        AnswerColumn answers => AnswerColumn.FromValues(Pick(rows, row => answers[row])),
        TruthColumn truths => TruthColumn.FromValues(Pick(rows, row => truths[row])),
        TextColumn texts => TextColumn.FromValues(Pick(rows, row => texts[row])),
        QuantityColumn quantities => QuantityColumn.FromValues(Pick(rows, row => quantities[row])),
        _ => throw new ArgumentException($"{column.GetType().Name} is no known column.", nameof(column)),
    };

    /// <summary>The cells of some rows of one column and, where it has none (-1), of another.</summary>
    public static TableColumn Join(TableColumn column, int[] rows, TableColumn other, int[] otherRows) => (column, other) switch
    {
        _ when IsInOrder(rows, column.Count) => column,
        (AnswerColumn a, AnswerColumn b) => AnswerColumn.FromValues(Pick(rows, otherRows, row => a[row], row => b[row])),
        (TruthColumn a, TruthColumn b) => TruthColumn.FromValues(Pick(rows, otherRows, row => a[row], row => b[row])),
        (TextColumn a, TextColumn b) => TextColumn.FromValues([.. rows.Select((row, i) => row >= 0 ? a[row] : otherRows[i] < 0 ? null : b[otherRows[i]])]),
        (QuantityColumn a, QuantityColumn b) => QuantityColumn.FromValues(Pick(rows, otherRows, row => a[row], row => b[row])),
        _ => Gather(column, rows),
    };

    /// <summary>Whether some rows of one column hold what others of another do, pair by pair.</summary>
    public static bool AreEqual(TableColumn one, int[] rows, TableColumn other, int[] otherRows)
    {
        if (ReferenceEquals(one, other) && ReferenceEquals(rows, otherRows))
        {
            return true;
        }

        return (one, other) switch
        {
            (AnswerColumn a, AnswerColumn b) => All(rows, otherRows, (i, j) => a[i] == b[j]),
            (TruthColumn a, TruthColumn b) => All(rows, otherRows, (i, j) => a[i] == b[j]),
            (TextColumn a, TextColumn b) => All(rows, otherRows, (i, j) => string.Equals(a[i], b[j], StringComparison.Ordinal)),
            (QuantityColumn a, QuantityColumn b) => All(rows, otherRows, (i, j) => a[i].Equals(b[j])),
            _ => false,
        };
    }

    /// <summary>Whether the rows are all there are, in their order.</summary>
    private static bool IsInOrder(int[] rows, int count)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i)
            {
                return false;
            }
        }

        return rows.Length == count;
    }

    private static T[] Pick<T>(int[] rows, Func<int, T> cell)
        where T : struct => Array.ConvertAll(rows, row => row < 0 ? default : cell(row));

    private static T[] Pick<T>(int[] rows, int[] otherRows, Func<int, T> cell, Func<int, T> otherCell)
        where T : struct
    {
        var cells = new T[rows.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = rows[i] >= 0 ? cell(rows[i]) : otherRows[i] >= 0 ? otherCell(otherRows[i]) : default;
        }

        return cells;
    }

    private static string?[] Pick(int[] rows, Func<int, string?> cell) => Array.ConvertAll(rows, row => row < 0 ? null : cell(row));

    private static bool All(int[] rows, int[] otherRows, Func<int, int, bool> isEqual)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (!isEqual(rows[i], otherRows[i]))
            {
                return false;
            }
        }

        return true;
    }
}
