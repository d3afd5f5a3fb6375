using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

/// <summary>
/// <c>kaigo diff --format md</c>: a page that a section chief can sign, and a pull-request comment. What the specs say is data: none of it can become
/// markup, a link or a mention.
/// </summary>
internal static class DiffMarkdown
{
    /// <summary>Bytes of UTF-8 that a pull-request comment may have; GitHub takes 65,536 characters.</summary>
    public const int CommentLimit = 60_000;

    /// <summary>Below this there would be no room for a headline.</summary>
    public const int SmallestLimit = 4_000;

    // For what closes the page when rows had to be left out.
    private const int Reserve = 1_000;

    private const int LongestCell = 400;

    /// <summary>The page.</summary>
    /// <param name="report">What differs.</param>
    /// <param name="limit">The most bytes; rows that do not fit are left out, counted and said to be in <paramref name="rest"/>.</param>
    /// <param name="rest">The file that has everything.</param>
    /// <param name="texts">The language.</param>
    public static string Render(DiffReport report, int limit, string? rest, Texts texts)
    {
        var page = new Page(limit == int.MaxValue ? limit : limit - Reserve, limit < int.MaxValue);
        page.Add($"## {Escape(texts.DiffTitle(report.OldName, report.NewName))}\n\n**{Escape(DiffHeadline.Of(report.Diff).In(texts.Language))}**\n");
        foreach (var impact in report.Impacts)
        {
            AddImpact(page, impact, texts);
        }

        foreach (var index in report.PairIndexes)
        {
            if (index >= 0)
            {
                var pair = report.Diff.Pairs[index];
                page.Add($"\n### {Escape(texts.PairHeading(pair))}\n\n{Escape(texts.MatchSummary(pair))}\n");
                AddGuesses(page, pair, texts);
            }

            foreach (var severity in DiffReport.Severities)
            {
                AddChanges(page, [.. report.Of(index, severity)], severity, texts);
            }
        }

        return page.Finish(texts, rest);
    }

    private static void AddImpact(Page page, ImpactSummary impact, Texts texts)
    {
        page.Add($"\n### {Escape(texts.ImpactHeading)}　{Escape(impact.Heading.In(texts.Language))}\n\n**{Escape(impact.Headline.In(texts.Language))}**\n");
        if (impact.IsAnonymous)
        {
            page.Add($"\n{Escape(texts.ImpactAnonymous)}\n");
        }

        if (impact.Money is { } money)
        {
            Table(texts.AllocationsHeading, ImpactTables.Allocations(money, texts));
        }

        if (!impact.Factors.IsEmpty)
        {
            Table(texts.FactorsHeading, ImpactTables.Factors(impact, texts));
            var (movers, yenMovers) = (ImpactTables.Movers(impact, texts), ImpactTables.YenMovers(impact, texts));
            if (!yenMovers.Rows.IsEmpty)
            {
                Table(texts.YenMoversHeading(yenMovers.Rows.Length), yenMovers);
            }

            if (!movers.Rows.IsEmpty)
            {
                Table(texts.MoversHeading(movers.Rows.Length), movers);
            }

            foreach (var grouping in impact.Groupings)
            {
                page.Open($"\n<details><summary>{Escape(grouping.Name)}</summary>\n\n", "\n</details>\n");
                AddTable(page, ImpactTables.Groups(grouping, int.MaxValue, texts));
                page.Close();
            }
        }

        AddList(page, impact.WithoutEffect.Select(change => change.In(texts.Language)), texts.NoEffectHeading(impact.WithoutEffect.Length));
        AddList(page, impact.Uncomputed.Select(change => change.In(texts.Language)), texts.UncomputedHeading(impact.Uncomputed.Length));
        AddList(page, impact.Omitted.Select(texts.OmittedNode), texts.OmittedHeading(impact.Omitted.Length));
        foreach (var crossing in impact.Crossed)
        {
            page.Add($"\n{Escape(texts.Crossing(crossing))}\n");
        }

        void Table(string heading, TextTable table)
        {
            page.Add($"\n#### {Escape(heading)}\n\n");
            AddTable(page, table);
        }
    }

    private static void AddTable(Page page, TextTable table)
    {
        page.Add($"| {string.Join(" | ", table.Headings.Select(static heading => Escape(heading.Text)))} |\n");
        page.Add($"|{string.Concat(table.Headings.Select(static heading => heading.IsNumeric ? "---:|" : "---|"))}\n");
        foreach (var row in table.Rows)
        {
            page.AddRow($"| {string.Join(" | ", row.Select(cell => Escape(page.Shorten(cell))))} |\n");
        }
    }

    private static void AddList(Page page, IEnumerable<string> lines, string heading)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.Open($"\n<details><summary>{Escape(heading)}</summary>\n\n", "\n</details>\n");
        foreach (var line in all)
        {
            page.AddRow($"- {Escape(page.Shorten(line))}\n");
        }

        page.Close();
    }

    private static void AddGuesses(Page page, FrameworkPair pair, Texts texts)
    {
        var guesses = DiffReport.Guesses(pair).ToArray();
        if (guesses.Length > 0)
        {
            page.Add($"\n{Escape(texts.GuessesHeading)}\n\n");
            foreach (var match in guesses)
            {
                page.AddRow($"- {Escape(texts.Guess(pair, match))}\n");
            }
        }
    }

    private static void AddChanges(Page page, SpecChange[] changes, ChangeSeverity severity, Texts texts)
    {
        if (changes.Length == 0)
        {
            return;
        }

        // What nobody's points depend on is folded away.
        var isFolded = severity <= ChangeSeverity.Wording;
        var heading = Escape(texts.SeverityHeading(severity, changes.Length));
        page.Open(isFolded ? $"\n<details><summary>{heading}</summary>\n\n" : $"\n#### {heading}\n\n", isFolded ? "\n</details>\n" : string.Empty);
        page.Add($"| {string.Join(" | ", texts.DiffColumns.Select(Escape))} |\n|---|---|---|---|---|---|\n");
        foreach (var change in changes)
        {
            var subject = change.Title is null ? change.Subject.In(texts.Language) : $"{change.Subject.In(texts.Language)} 「{change.Title}」";
            string[] cells = [subject, change.Kind.Title.In(texts.Language), Value(change.OldValue, texts), Value(change.NewValue, texts), DiffText.Places(change)];
            page.AddRow($"| {change.Kind.Code} | {string.Join(" | ", cells.Select(cell => Escape(page.Shorten(cell))))} |\n");
        }

        page.Close();
    }

    private static string Value(LocalizedText? value, Texts texts) => value?.In(texts.Language) ?? string.Empty;

    /// <summary>Text as text, whatever it contains.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '@' or '#':
                    // A mention or a reference to an issue would reach people who have nothing to do with it.
                    escaped.Append("&#").Append(((int)character).ToString(CultureInfo.InvariantCulture)).Append(';');
                    break;
                case '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '!':
                    escaped.Append('\\').Append(character);
                    break;
                case '\r' or '\n':
                    escaped.Append(' ');
                    break;
                default:
                    escaped.Append(character);
                    break;
            }
        }

        return escaped.Replace("://", ":&#47;/").ToString();
    }

    /// <summary>Text that grows up to a size in bytes; what does not fit is counted.</summary>
    private sealed class Page(int limit, bool isComment)
    {
        private readonly StringBuilder _text = new();
        private long _bytes;
        private int _leftOut;
        private string _closing = string.Empty;

        public string Shorten(string cell) => isComment && cell.Length > LongestCell ? cell[..LongestCell] + "…" : cell;

        public void Add(string text)
        {
            _bytes += Encoding.UTF8.GetByteCount(text);
            _text.Append(text);
        }

        public void AddRow(string row)
        {
            if (_leftOut == 0 && _bytes + Encoding.UTF8.GetByteCount(row) <= limit)
            {
                Add(row);
            }
            else
            {
                _leftOut++;
            }
        }

        public void Open(string opening, string closing)
        {
            _closing = closing;
            Add(opening);
        }

        public void Close()
        {
            Add(_closing);
            _closing = string.Empty;
        }

        public string Finish(Texts texts, string? rest)
        {
            if (_leftOut > 0)
            {
                Add($"\n{Escape(texts.LeftOut(_leftOut, rest ?? string.Empty))}\n");
            }

            return _text.ToString();
        }
    }
}
