using System.Text;
using KaigoDsl.Data;

namespace KaigoDsl.Cli;

/// <summary>A table as CSV for a pipe: no byte order mark, which only a file for Excel needs.</summary>
internal static class CsvTable
{
    public static string Render(TextTable table)
    {
        using var stream = new MemoryStream();
        using (var output = new CsvOutput(stream, byteOrderMark: false))
        {
            output.Header(table.Headings.Select(static heading => heading.Text));
            foreach (var row in table.Rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    if (table.Headings[i].IsNumeric)
                    {
                        output.FormattedNumber(row[i].Replace(",", string.Empty, StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal));
                    }
                    else
                    {
                        output.Text(row[i].TrimStart(' '));
                    }
                }

                output.EndRecord();
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }
}
