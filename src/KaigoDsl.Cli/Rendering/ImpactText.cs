using System.Text;
using KaigoDsl.Tooling.Reports;

namespace KaigoDsl.Cli;

/// <summary>Whom a comparison moves, for the terminal.</summary>
internal static class ImpactText
{
    private const int GroupsAtMost = 12;

    public static string Render(ImpactSummary impact, CliContext context)
    {
        var texts = context.Texts;
        var text = new StringBuilder();
        text.Append('\n').Append(texts.ImpactHeading).Append("  ").Append(impact.Heading.In(texts.Language)).Append('\n');
        text.Append(impact.Headline.In(texts.Language)).Append('\n');
        if (impact.IsAnonymous)
        {
            text.Append(texts.ImpactAnonymous).Append('\n');
        }

        if (impact.Money is { } money)
        {
            Table(texts.AllocationsHeading, ImpactTables.Allocations(money, texts));
        }

        if (!impact.Factors.IsEmpty)
        {
            Table(texts.FactorsHeading, ImpactTables.Factors(impact, texts));
        }

        var (movers, yenMovers) = (ImpactTables.Movers(impact, texts), ImpactTables.YenMovers(impact, texts));
        if (!yenMovers.Rows.IsEmpty)
        {
            Table(texts.YenMoversHeading(yenMovers.Rows.Length), yenMovers);
        }

        if (!movers.Rows.IsEmpty)
        {
            Table(texts.MoversHeading(movers.Rows.Length), movers);
        }

        foreach (var grouping in impact.Factors.IsEmpty ? [] : impact.Groupings)
        {
            text.Append('\n').Append(Rendered(ImpactTables.Groups(grouping, GroupsAtMost, texts)));
            if (grouping.Groups.Length > GroupsAtMost)
            {
                text.Append(texts.MoreGroups(grouping.Groups.Length - GroupsAtMost)).Append('\n');
            }
        }

        AppendLines(text, impact.WithoutEffect.Select(change => change.In(texts.Language)), texts.NoEffectHeading(impact.WithoutEffect.Length));
        AppendLines(text, impact.Uncomputed.Select(change => change.In(texts.Language)), texts.UncomputedHeading(impact.Uncomputed.Length));
        AppendLines(text, impact.Omitted.Select(texts.OmittedNode), texts.OmittedHeading(impact.Omitted.Length));
        foreach (var crossing in impact.Crossed)
        {
            text.Append('\n').Append(texts.Crossing(crossing)).Append('\n');
        }

        return text.ToString();

        string Rendered(TextTable table) => TerminalTable.Render(table, context.Environment.Width, context.Environment.Color);

        void Table(string heading, TextTable table) => text.Append('\n').Append(heading).Append('\n').Append(Rendered(table));
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines, string heading)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            text.Append(isFirst ? $"\n{heading}\n" : string.Empty).Append("  ").Append(line).Append('\n');
            isFirst = false;
        }
    }
}
