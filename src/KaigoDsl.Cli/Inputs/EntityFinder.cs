using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary><c>--entity</c>: an entity by its code or by its name.</summary>
internal static class EntityFinder
{
    private const int ListedAtMost = 10;

    public static bool TryFind(EntityTable table, string wanted, Texts texts, out int row, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var text = wanted.Trim();
        var rows = Rows(table, i => string.Equals(table.Key(i), text, StringComparison.Ordinal));
        if (rows.Count == 0)
        {
            rows = Rows(table, i => string.Equals(table.Name(i), text, StringComparison.Ordinal));
        }

        if (rows.Count == 0)
        {
            // 北海道ふたば市, as people write a municipality; and codes that a spreadsheet has robbed of their leading zero.
            rows = Rows(table, i => string.Equals(PlaceName(table, i), text, StringComparison.Ordinal) || SameNumber(table.Key(i), text));
        }

        row = rows.Count == 1 ? rows[0] : -1;
        failure = rows.Count switch
        {
            1 => null,
            0 => CommandFailure.Usage(texts.UnknownEntity(text, Nearest(table, text))),
            _ => CommandFailure.Usage(texts.SeveralEntities(text, string.Join(", ", rows.Take(ListedAtMost).Select(i => Describe(table, i))))),
        };
        return failure is null;
    }

    /// <summary>Code, name and, when there is one, what it belongs to.</summary>
    public static string Describe(EntityTable table, int row)
    {
        var name = table.Name(row);
        var owner = Owner(table, row);
        return (name.Length, owner.Length) switch
        {
            (0, _) => table.Key(row),
            (_, 0) => $"{table.Key(row)} {name}",
            _ => $"{table.Key(row)} {name}（{owner}）",
        };
    }

    /// <summary>The first reference of a row: a municipality's prefecture; empty when there is none.</summary>
    public static string Owner(EntityTable table, int row)
    {
        for (var i = 0; i < table.Schema.Columns.Length; i++)
        {
            if (table.Schema.Columns[i].Entity.Length > 0)
            {
                return table.Texts(i)[row] ?? string.Empty;
            }
        }

        return string.Empty;
    }

    private static List<int> Rows(EntityTable table, Predicate<int> fits) => [.. Enumerable.Range(0, table.Count).Where(row => fits(row))];

    private static string PlaceName(EntityTable table, int row) => table.Name(row).Length == 0 ? string.Empty : Owner(table, row) + table.Name(row);

    private static bool SameNumber(string key, string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) && key.All(char.IsAsciiDigit)
        && string.Equals(key.TrimStart('0'), text.TrimStart('0'), StringComparison.Ordinal);

    private static string? Nearest(EntityTable table, string text)
    {
        var names = Enumerable.Range(0, table.Count).SelectMany(row => new[] { table.Name(row), table.Key(row) }).Where(static name => name.Length > 0);
        var nearest = NearestName.Find(text, names);
        var row = nearest is null ? -1 : Enumerable.Range(0, table.Count).First(i => table.Name(i) == nearest || table.Key(i) == nearest);
        return row < 0 ? null : Describe(table, row);
    }
}
