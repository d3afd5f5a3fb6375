using System.Text;

namespace KaigoDsl.Cli;

/// <summary>A table in GitHub's Markdown.</summary>
internal static class MarkdownTable
{
    public static string Render(TextTable table)
    {
        var text = new StringBuilder();
        AppendRow(text, table.Headings.Select(static heading => heading.Text));
        AppendRow(text, table.Headings.Select(static heading => heading.IsNumeric ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            AppendRow(text, row);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells)
    {
        text.Append('|');
        foreach (var cell in cells)
        {
            // Leading blanks carry the depth of a node; Markdown would drop them.
            var depth = cell.Length - cell.TrimStart(' ').Length;
            text.Append(' ').Insert(text.Length, "&emsp;", depth / 2).Append(Escape(cell.TrimStart(' '))).Append(" |");
        }

        text.Append('\n');
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\r", string.Empty, StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);
}
