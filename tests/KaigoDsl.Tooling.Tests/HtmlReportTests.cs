using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;
using KaigoDsl.Tooling.Reports;
using KaigoDsl.Tooling.Reports.Html;

namespace KaigoDsl.Tooling.Tests;

/// <summary>The page as a document: well-formed, of itself complete, and whatever names contain is text in it.</summary>
public class HtmlReportTests
{
    private static readonly string[] s_names = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'&amp;\"'", "</td></table>", "村\u202E逆\u0000\u0007"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_somebody_wrote_is_text(bool isAnonymous)
    {
        var page = Page(Renamed(), isAnonymous);
        var document = Parse(page);
        var scripts = document.Descendants("script").ToArray();
        Assert.Single(scripts);
        Assert.Empty(document.Descendants("img"));
        Assert.DoesNotContain(document.Descendants().Attributes(), static attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        var names = document.Descendants("bdi").Select(static element => element.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(s_names[..4], name => Assert.Equal(!isAnonymous, names.Contains(name)));
        Assert.Equal(isAnonymous, names.All(static name => name.StartsWith('#')));
    }

    [Fact]
    public void The_page_needs_nothing_else()
    {
        var page = Page(ImpactTests.WithTier("上位2割"), isAnonymous: false);
        Assert.DoesNotMatch(new Regex(@"https?:|//[a-z]|@import|url\(|<link|<iframe|\bsrc=|\bhref=|fetch\(|XMLHttp|eval\(|innerHTML", RegexOptions.IgnoreCase), page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageLanguage.Japanese, "ja")]
    [InlineData(MessageLanguage.English, "en")]
    public void The_page_is_well_formed_and_has_every_entity_and_change(MessageLanguage language, string code)
    {
        var impact = ImpactTests.WithTier("上位2割");
        var document = Parse(Page(impact, isAnonymous: false, language));
        Assert.Equal(code, document.Root?.Attribute("lang")?.Value);
        var tables = document.Descendants("table").ToArray();
        var entities = tables.Single(static table => table.Attribute("id")?.Value == "entities");
        Assert.Equal(impact.Entities.Length, entities.Element("tbody")?.Elements("tr").Count());
        Assert.All(tables, static table => Assert.All(
            table.Element("tbody")?.Elements("tr") ?? [],
            row => Assert.Equal(table.Descendants("th").Count(), row.Elements("td").Count())));
        Assert.Contains("D303", tables.Single(static table => table.Attribute("data-sortable") is not null && table.Attribute("id") is null).Value, StringComparison.Ordinal);
        Assert.All(document.Descendants("svg"), static svg => Assert.NotEmpty(svg.Elements("title")));
    }

    [Fact]
    public void Without_data_the_page_shows_the_changes()
    {
        var diff = Nations.Compare(Specs.Of("r6"), Specs.Of("r7"));
        var document = Parse(HtmlReport.Render(diff, "r6", "r7", new("見出し", "headline"), [], MessageLanguage.Japanese));
        Assert.Equal(diff.Changes.Length, document.Descendants("tbody").Single().Elements("tr").Count());
    }

    private static ImpactResult Renamed()
    {
        var diff = Nations.Compare(Specs.Of("r7"), Specs.Of("r7"));
        var table = Nations.Of("r7", 12);
        var names = table.Texts(table.Schema.NameColumn);
        var renamed = TextColumn.FromValues([.. Enumerable.Range(0, table.Count).Select(row => row < s_names.Length ? s_names[row] : names[row])]);
        var changed = new EntityTable(table.Schema, table.Count, table.Columns.SetItem(table.Schema.NameColumn, renamed));
        return ImpactAnalysis.Analyze(diff, 0, ImpactData.FromOne(diff.Pairs[0], changed, isNew: false));
    }

    private static string Page(ImpactResult impact, bool isAnonymous, MessageLanguage language = MessageLanguage.Japanese) => HtmlReport.Render(
        impact.Diff, "<old>", "new & \"other\"", new("見出し", "headline"), [ImpactSummary.Create(impact, isAnonymous)], language);

    private static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
