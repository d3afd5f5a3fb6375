using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Reports.Html;

/// <summary>
/// A comparison as one page that needs nothing else: no network, no fonts, no library; its script only sorts and searches what stands there without it.
/// </summary>
public sealed partial class HtmlReport
{
    private readonly HtmlWriter _page = new();
    private readonly HtmlReportTexts _texts;
    private readonly MessageLanguage _language;

    private HtmlReport(MessageLanguage language) => (_language, _texts) = (language, new HtmlReportTexts(language));

    /// <summary>The page.</summary>
    /// <param name="diff">What differs.</param>
    /// <param name="oldName">What people call the old side.</param>
    /// <param name="newName">What people call the new side.</param>
    /// <param name="headline">The comparison in a sentence.</param>
    /// <param name="impacts">Whom it moves; empty without data.</param>
    /// <param name="language">The language of the page.</param>
    public static string Render(
        SpecDiff diff, string oldName, string newName, LocalizedText headline, IReadOnlyList<ImpactSummary> impacts, MessageLanguage language)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(headline);
        ArgumentNullException.ThrowIfNull(impacts);
        var report = new HtmlReport(language);
        report.Begin(report._texts.Title(oldName, newName), headline.In(language));
        for (var i = 0; i < impacts.Count; i++)
        {
            report.Impact(impacts[i], isFirst: i == 0);
        }

        report.Changes(diff);
        for (var i = 0; i < impacts.Count; i++)
        {
            report.Entities(impacts[i], isFirst: i == 0);
        }

        report._page.Raw("\n<script>").Raw(HtmlAssets.Script).Raw("</script>\n</body>\n</html>\n");
        return report._page.ToString();
    }

    private void Begin(string title, string headline)
    {
        var language = _language == MessageLanguage.Japanese ? "ja" : "en";
        _page.Raw($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n")
            .Raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
            .Element("title", title)
            .Raw("\n<style>").Raw(HtmlAssets.Style).Raw("</style>\n</head>\n<body>\n")
            .Element("h1", title).Raw("\n")
            .Element("p", headline, " class=\"lead\"").Raw("\n");
    }

    private void Impact(ImpactSummary impact, bool isFirst)
    {
        _page.Element("h2", $"{_texts.ImpactHeading}　{impact.Heading.In(_language)}").Raw("\n").Element("p", impact.Headline.In(_language), isFirst ? " class=\"lead\"" : string.Empty);
        if (impact.IsAnonymous)
        {
            _page.Element("p", _texts.Anonymous, " class=\"note\"");
        }

        _page.Raw("\n<ul class=\"tiles\">");
        Tile(_texts.Compared, Count(impact.Compared), string.Empty);
        Tile(_texts.Gains, Count(impact.Gains), "gain");
        Tile(_texts.Losses, Count(impact.Losses), "loss");
        Tile(_texts.Unchanged, Count(impact.Compared - impact.Gains - impact.Losses), string.Empty);
        Tile(_texts.TotalPoints, PointsText.Signed(impact.Total), impact.Total < 0 ? "loss" : impact.Total > 0 ? "gain" : string.Empty);
        MoneyTiles(impact.Money);
        _page.Raw("</ul>\n");
        Allocations(impact.Money);
        Omitted(impact);
        Factors(impact);
        Charts(impact);
        Crossed(impact);
    }

    private void Tile(string name, string value, string sort) => _page.Raw("<li>").Element("b", value, $" class=\"{sort}\"").Text(name).Raw("</li>");

    private void Omitted(ImpactSummary impact)
    {
        if (impact.Omitted.IsEmpty)
        {
            return;
        }

        _page.Raw("<details open=\"open\">").Element("summary", _texts.OmittedHeading(impact.Omitted.Length)).Raw("<ul class=\"note\">");
        foreach (var node in impact.Omitted)
        {
            _page.Element("li", _texts.Omitted(node));
        }

        _page.Raw("</ul></details>\n");
    }

    private void Factors(ImpactSummary impact)
    {
        if (!impact.Factors.IsEmpty)
        {
            FactorTable(impact);
        }

        Listed(impact.WithoutEffect, _texts.WithoutEffect(impact.WithoutEffect.Length));
        Listed(impact.Uncomputed, _texts.Uncomputed(impact.Uncomputed.Length));
    }

    private void FactorTable(ImpactSummary impact)
    {
        _page.Element("h3", _texts.FactorsHeading).Element("p", _texts.FactorsNote, " class=\"note\"").Raw("<div class=\"scroll\"><table class=\"cards\"><thead><tr>");
        var hasYen = HasYen(impact);
        Heads([("", true), (_texts.Cause, false), (_texts.Gains, true), (_texts.Losses, true), (_texts.TotalPoints, true), .. hasYen ? YenHeads : []]);
        _page.Raw("</tr></thead><tbody>\n");
        for (var i = 0; i < impact.Factors.Length; i++)
        {
            var factor = impact.Factors[i];
            _page.Raw("<tr>");
            Cell(_texts.Number, Label(i), "n");
            Cell(_texts.Cause, factor.Code is null ? factor.Text.In(_language) : $"{factor.Code} {factor.Text.In(_language)}", "w");
            Cell(_texts.Gains, Count(factor.Gains), "n");
            Cell(_texts.Losses, Count(factor.Losses), "n");
            Cell(_texts.TotalPoints, PointsText.Signed(factor.Total), "n");
            YenCells(hasYen, factor.YenGains, factor.YenLosses, factor.YenTotal);
            _page.Raw("</tr>\n");
        }

        _page.Raw("</tbody></table></div>\n");
    }

    private void Listed(IReadOnlyCollection<LocalizedText> changes, string heading)
    {
        if (changes.Count == 0)
        {
            return;
        }

        _page.Raw("<details>").Element("summary", heading).Raw("<ul class=\"note\">");
        foreach (var text in changes)
        {
            _page.Element("li", text.In(_language));
        }

        _page.Raw("</ul></details>\n");
    }

    /// <summary>Opens a figure with a chart.</summary>
    private void GroupChart(SummaryGrouping grouping, string title, Func<SummaryGroup, Rational> meanOf, Func<Rational, string> write)
    {
        _page.Raw("<figure>").Element("figcaption", title);
        HtmlCharts.Groups(_page, grouping.Groups, meanOf, write, _texts, title);
    }

    private void Charts(ImpactSummary impact)
    {
        if (impact.Factors.IsEmpty)
        {
            return;
        }

        // Where only money moves, a chart of points would be empty.
        var moneyMoves = impact.Money is { Gains: > 0 } or { Losses: > 0 };
        var pointsMove = impact.Gains + impact.Losses > 0 || !moneyMoves;
        _page.Raw("<div class=\"charts\">\n");
        if (pointsMove)
        {
            _page.Raw("<figure>").Element("figcaption", _texts.DistributionHeading);
            HtmlCharts.Distribution(_page, impact.Distribution, _texts.DistributionHeading);
            _page.Raw("</figure>\n");
        }

        foreach (var grouping in impact.Groupings)
        {
            if (pointsMove)
            {
                GroupChart(grouping, _texts.GroupHeading(grouping.Name), static group => group.Mean, PointsText.Signed);
            }

            if (moneyMoves)
            {
                _page.Raw(pointsMove ? "</figure>\n" : string.Empty);
                GroupChart(
                    grouping, _texts.YenGroupHeading(grouping.Name), static group => group.Count == 0 ? Rational.Missing : group.YenTotal / group.Count, YenDifferenceText.Signed);
            }

            _page.Raw("<details>").Element("summary", _texts.Figures).Raw("<div class=\"scroll\"><table><thead><tr>");
            Heads([(grouping.Name, false), (_texts.Compared, true), (_texts.Gains, true), (_texts.Losses, true), (_texts.Mean, true), .. HasYen(impact) ? YenHeads : []]);
            _page.Raw("</tr></thead><tbody>\n");
            foreach (var group in grouping.Groups)
            {
                _page.Raw("<tr>");
                Cell(grouping.Name, group.Label ?? _texts.Blank, string.Empty);
                Cell(_texts.Compared, group.IsSuppressed ? _texts.Suppressed : Count(group.Count), "n");
                Cell(_texts.Gains, group.IsSuppressed ? string.Empty : Count(group.Gains), "n");
                Cell(_texts.Losses, group.IsSuppressed ? string.Empty : Count(group.Losses), "n");
                Cell(_texts.Mean, PointsText.Signed(group.Mean), "n");
                YenCells(HasYen(impact), group.YenGains, group.YenLosses, group.YenTotal, group.IsSuppressed);
                _page.Raw("</tr>\n");
            }

            _page.Raw("</tbody></table></div></details></figure>\n");
        }

        _page.Raw("</div>\n");
    }

    private void Crossed(ImpactSummary impact)
    {
        if (impact.Crossed.IsEmpty)
        {
            return;
        }

        _page.Element("h3", _texts.CrossedHeading).Raw("<ul>");
        foreach (var crossing in impact.Crossed)
        {
            _page.Element("li", _texts.Crossed(crossing));
        }

        _page.Raw("</ul>\n");
    }

    private void Changes(SpecDiff diff)
    {
        _page.Element("h2", _texts.ChangesHeading(diff.Changes.Length)).Raw("\n");
        if (diff.IsEmpty)
        {
            return;
        }

        _page.Raw("<div class=\"scroll\"><table class=\"cards\" data-sortable=\"\"><thead><tr>");
        SortableHeads([(_texts.Severity, false), (_texts.Code, false), (_texts.Where, false), (_texts.What, false), (_texts.Old, false), (_texts.New, false), (_texts.Lines, false)]);
        _page.Raw("</tr></thead><tbody>\n");
        foreach (var change in diff.Changes.OrderByDescending(static change => change.Kind.Severity))
        {
            var severity = change.Kind.Severity;
            _page.Raw($"<tr><td data-h=\"{HtmlText.Escape(_texts.Severity)}\" data-v=\"{N((int)severity)}\">")
                .Element("span", _texts.SeverityName(severity), $" class=\"chip {NameOf(severity)}\"").Raw("</td>");
            Cell(_texts.Code, change.Kind.Code, string.Empty);
            Cell(_texts.Where, change.Title is null ? change.Subject.In(_language) : $"{change.Subject.In(_language)} 「{change.Title}」", "w");
            Cell(_texts.What, change.Kind.Title.In(_language), string.Empty);
            Cell(_texts.Old, change.OldValue?.In(_language) ?? string.Empty, string.Empty);
            Cell(_texts.New, change.NewValue?.In(_language) ?? string.Empty, string.Empty);
            Cell(_texts.Lines, Places(change), "w");
            _page.Raw("</tr>\n");
        }

        _page.Raw("</tbody></table></div>\n");
    }

    private void Entities(ImpactSummary impact, bool isFirst)
    {
        _page.Element("h2", $"{_texts.EntitiesHeading}　{impact.Heading.In(_language)}").Raw("\n");
        if (isFirst)
        {
            _page.Raw("<div class=\"search\"><label>").Text(_texts.Search).Raw(" <input type=\"search\" id=\"q\" autocomplete=\"off\"/></label><span class=\"dim\"><span id=\"shown\">")
                .Text(Count(impact.Entities.Length)).Raw("</span>").Text(_texts.Of(impact.Entities.Length)).Raw("</span></div>\n");
        }

        _page.Raw($"<div class=\"scroll\"><table class=\"cards\" data-sortable=\"\"{(isFirst ? " id=\"entities\"" : string.Empty)}><thead><tr>");
        SortableHeads(impact.IsAnonymous
            ? [(_texts.Entity, false), (_texts.Difference, true), (_texts.Parts, false)]
            : [(_texts.Key, false), (_texts.Entity, false), (_texts.Owner, false), (_texts.OldPoints, true), (_texts.NewPoints, true), (_texts.Difference, true), (_texts.OldRank, true), (_texts.NewRank, true), (_texts.Parts, false), .. HasYen(impact) ? EntityYenHeads : []]);
        _page.Raw("</tr></thead><tbody>\n");
        foreach (var entity in impact.Entities)
        {
            Entity(entity, impact.IsAnonymous, HasYen(impact));
        }

        _page.Raw("</tbody></table></div>\n");
    }

    private void Entity(SummaryEntity entity, bool isAnonymous, bool hasYen)
    {
        _page.Raw("<tr>");
        if (isAnonymous)
        {
            NameCell(_texts.Entity, entity.Key);
        }
        else
        {
            NameCell(_texts.Key, entity.Key);
            NameCell(_texts.Entity, entity.Name);
            NameCell(_texts.Owner, entity.Owner);
            NumberCell(_texts.OldPoints, entity.OldPoints, signed: false);
            NumberCell(_texts.NewPoints, entity.NewPoints, signed: false);
        }

        NumberCell(_texts.Difference, entity.Difference, signed: true);
        if (!isAnonymous)
        {
            NumberCell(_texts.OldRank, entity.OldRank == 0 ? null : entity.OldRank, signed: false);
            NumberCell(_texts.NewRank, entity.NewRank == 0 ? null : entity.NewRank, signed: false);
        }

        _page.Raw($"<td data-h=\"{HtmlText.Escape(_texts.Parts)}\"><span>");
        foreach (var (factor, points) in entity.Parts)
        {
            _page.Element("span", $"{Label(factor)} {PointsText.Signed(points)}", " class=\"part\"");
        }

        _page.Raw("</span></td>");
        if (hasYen && !isAnonymous)
        {
            EntityYen(entity);
        }

        _page.Raw("</tr>\n");
    }

    private void Heads(IEnumerable<(string Text, bool IsNumeric)> heads)
    {
        foreach (var (text, isNumeric) in heads)
        {
            _page.Element("th", text, isNumeric ? " class=\"n\" scope=\"col\"" : " scope=\"col\"");
        }
    }

    private void SortableHeads(IEnumerable<(string Text, bool IsNumeric)> heads)
    {
        foreach (var (text, isNumeric) in heads)
        {
            _page.Raw(isNumeric ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">").Element("button", text, " type=\"button\"").Raw("</th>");
        }
    }

    private void Cell(string head, string text, string sort) =>
        _page.Element("td", text, $" data-h=\"{HtmlText.Escape(head)}\"{(sort.Length == 0 ? string.Empty : $" class=\"{sort}\"")}");

    private void NameCell(string head, string name) => _page.Raw($"<td data-h=\"{HtmlText.Escape(head)}\">").Name(name).Raw("</td>");

    private void NumberCell(string head, int? number, bool signed)
    {
        var sort = !signed || number is null or 0 ? "n" : number > 0 ? "n gain" : "n loss";
        var text = number is not { } known ? string.Empty : signed ? PointsText.Signed(known) : Count(known);
        _page.Element("td", text, $" class=\"{sort}\" data-h=\"{HtmlText.Escape(head)}\" data-v=\"{(number is { } value ? N(value) : string.Empty)}\"");
    }

    /// <summary>①…⑳, then numbers.</summary>
    private static string Label(int factor) => factor < 20 ? ((char)('①' + factor)).ToString() : $"({N(factor + 1)})";

    private static string Places(SpecChange change) => string.Join(" → ", new[] { change.OldLocation, change.NewLocation }.Where(static place => place.Path.Length > 0).Select(Place));

    private static string Place(PlanLocation place) => $"{place.Path}:{N(place.Line + 1)}";

    private static string NameOf(ChangeSeverity severity) => severity switch
    {
        ChangeSeverity.Payee => "payee",
        ChangeSeverity.Meaning => "meaning",
        ChangeSeverity.Wording => "wording",
        _ => "information",
    };

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
