using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Reports.Html;

/// <content>What the allocations pay.</content>
public sealed partial class HtmlReport
{
    private (string, bool)[] YenHeads => [(_texts.YenGains, true), (_texts.YenLosses, true), (_texts.TotalYen, true)];

    private (string, bool)[] EntityYenHeads => [(_texts.OldYen, true), (_texts.NewYen, true), (_texts.YenDifference, true), (_texts.YenParts, false)];

    private static bool HasYen(ImpactSummary impact) => impact.Money is { Total.IsMissing: false };

    private void MoneyTiles(SummaryMoney? money)
    {
        if (money is { Total.IsMissing: false })
        {
            Tile(_texts.YenGains, Count(money.Gains), "gain");
            Tile(_texts.YenLosses, Count(money.Losses), "loss");
            Tile(_texts.TotalYen, YenDifferenceText.Signed(money.Total), money.Total.Sign < 0 ? "loss" : money.Total.Sign > 0 ? "gain" : string.Empty);
        }
    }

    private void Allocations(SummaryMoney? money)
    {
        if (money is null)
        {
            return;
        }

        _page.Element("h3", _texts.AllocationsHeading).Raw("<div class=\"scroll\"><table class=\"cards\"><thead><tr>");
        Heads(
        [
            (_texts.Allocation, false), (_texts.OldYen, true), (_texts.NewYen, true), (_texts.YenDifference, true), (_texts.YenGains, true), (_texts.YenLosses, true),
            (_texts.Note, false),
        ]);
        _page.Raw("</tr></thead><tbody>\n");
        foreach (var allocation in money.Allocations)
        {
            _page.Raw("<tr>");
            Cell(_texts.Allocation, allocation.Name, "w");
            Cell(_texts.OldYen, Total(allocation.OldTotal), "n");
            Cell(_texts.NewYen, Total(allocation.NewTotal), "n");
            Cell(_texts.YenDifference, YenDifferenceText.Signed(allocation.NewTotal - allocation.OldTotal), "n");
            Cell(_texts.YenGains, Count(allocation.Gains), "n");
            Cell(_texts.YenLosses, Count(allocation.Losses), "n");
            Cell(_texts.Note, allocation.Note?.In(_language) ?? string.Empty, "w");
            _page.Raw("</tr>\n");
        }

        _page.Raw("</tbody></table></div>\n");
    }

    private string Total(Rational yen) => yen.IsMissing ? _texts.NotComputed : YenDifferenceText.Plain(yen);

    private void YenCells(bool hasYen, int gains, int losses, Rational total, bool isSuppressed = false)
    {
        if (hasYen)
        {
            Cell(_texts.YenGains, isSuppressed ? string.Empty : Count(gains), "n");
            Cell(_texts.YenLosses, isSuppressed ? string.Empty : Count(losses), "n");
            Cell(_texts.TotalYen, isSuppressed ? string.Empty : YenDifferenceText.Signed(total), "n");
        }
    }

    private void EntityYen(SummaryEntity entity)
    {
        YenCell(_texts.OldYen, entity.OldYen, signed: false);
        YenCell(_texts.NewYen, entity.NewYen, signed: false);
        YenCell(_texts.YenDifference, entity.YenDifference, signed: true);
        _page.Raw($"<td data-h=\"{HtmlText.Escape(_texts.YenParts)}\"><span>");
        foreach (var (factor, yen) in entity.YenParts)
        {
            _page.Element("span", $"{Label(factor)} {YenDifferenceText.Signed(yen)}", " class=\"part\"");
        }

        _page.Raw("</span></td>");
    }

    private void YenCell(string head, Rational yen, bool signed)
    {
        var sort = !signed || yen.IsMissing || yen.Sign == 0 ? "n" : yen.Sign > 0 ? "n gain" : "n loss";
        var value = yen.IsMissing ? string.Empty : yen.ToDecimalString(2);
        _page.Element("td", signed ? YenDifferenceText.Signed(yen) : YenDifferenceText.Plain(yen), $" class=\"{sort}\" data-h=\"{HtmlText.Escape(head)}\" data-v=\"{value}\"");
    }
}
