using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli.Tests;

public class RenderingTests
{
    private static readonly TextTable s_table = new(
        [new TableHeading("節", MayShorten: true), new TableHeading("平均", IsNumeric: true), new TableHeading("一致")],
        [["推進 保険者機能強化推進交付金", "1,219.2", Marks.Good], ["  Ⅰ 持続可能な | 地域", "9.4", Marks.Bad]]);

    [Fact]
    public void A_terminal_table_lines_up_wide_characters_and_has_no_trailing_blanks()
    {
        var lines = TerminalTable.Render(s_table, 80, color: false).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Equal(Column(lines[2], Marks.Good), Column(lines[3], Marks.Bad));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(36)]
    [InlineData(60)]
    public void A_narrow_terminal_cuts_titles_and_nothing_else(int width)
    {
        var text = TerminalTable.Render(s_table, width, color: false);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.True(DisplayWidth.Of(line) <= width, line));
        Assert.Contains("1,219.2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_only_when_asked_for()
    {
        Assert.DoesNotContain('\u001b', TerminalTable.Render(s_table, 80, color: false));
        Assert.Contains('\u001b', TerminalTable.Render(s_table, 80, color: true));
    }

    [Fact]
    public void Markdown_keeps_depth_and_escapes_bars() => Assert.Equal(
        """
        | 節 | 平均 | 一致 |
        | --- | ---: | --- |
        | 推進 保険者機能強化推進交付金 | 1,219.2 | ✓ |
        | &emsp;Ⅰ 持続可能な \| 地域 | 9.4 | ✗ |

        """,
        MarkdownTable.Render(s_table));

    [Fact]
    public void Csv_has_plain_numbers() => Assert.Equal(
        """
        節,平均,一致
        推進 保険者機能強化推進交付金,1219.2,✓
        Ⅰ 持続可能な | 地域,9.4,✗

        """,
        CsvTable.Render(s_table));

    private static int Column(string line, string mark) => DisplayWidth.Of(line[..line.IndexOf(mark, StringComparison.Ordinal)]);
}
