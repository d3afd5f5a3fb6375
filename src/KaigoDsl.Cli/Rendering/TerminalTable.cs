using System.Globalization;
using KaigoDsl.Compiler.Text;
using Spectre.Console;

namespace KaigoDsl.Cli;

/// <summary>
/// A table for the terminal. The only place that touches Spectre.Console, so that commands which print no table do not pay for loading it.
/// </summary>
internal static class TerminalTable
{
    private const int Narrowest = 12;

    /// <summary>The table as lines without trailing blanks, each ending with a line feed.</summary>
    public static string Render(TextTable model, int width, bool color)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var heading in model.Headings)
        {
            var column = new TableColumn(new Text(heading.Text, new Style(decoration: Decoration.Bold))) { NoWrap = true };
            table.AddColumn(heading.IsNumeric ? column.RightAligned() : column);
        }

        var room = RoomToShorten(model, width);
        foreach (var row in model.Rows)
        {
            table.AddRow(row.Select((cell, i) => Cell(model.Headings[i].MayShorten ? Shorten(cell, room) : cell, model.Headings[i])));
        }

        console.Write(table);
        return string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd(' '))).Trim('\n') + "\n";
    }

    private static Text Cell(string text, TableHeading heading) => new(text, text switch
    {
        Marks.Good => new Style(Color.Green),
        Marks.Bad => new Style(Color.Red),
        _ => Style.Plain,
    })
    {
        Justification = heading.IsNumeric ? Justify.Right : Justify.Left,
    };

    /// <summary>Columns left for the cells that may be cut, once all others have what they need.</summary>
    private static int RoomToShorten(TextTable model, int width)
    {
        // Two blanks and a border per column, and one border more.
        var room = width - (3 * model.Headings.Length) - 1;
        for (var i = 0; i < model.Headings.Length; i++)
        {
            if (!model.Headings[i].MayShorten)
            {
                room -= model.Rows.Select(row => DisplayWidth.Of(row[i])).Append(DisplayWidth.Of(model.Headings[i].Text)).Max();
            }
        }

        return Math.Max(room, Narrowest);
    }

    /// <summary>Cut by hand: the library folds at blanks, of which a Japanese title has none.</summary>
    private static string Shorten(string text, int room)
    {
        if (DisplayWidth.Of(text) <= room)
        {
            return text;
        }

        var length = text.Length;
        while (length > 0 && DisplayWidth.Of(text[..length]) + 1 > room)
        {
            length--;
        }

        return text[..length].TrimEnd() + "…";
    }
}
