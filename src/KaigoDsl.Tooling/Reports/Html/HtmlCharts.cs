using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Tooling.Reports.Html;

/// <summary>Charts as inline SVG, in whole units.</summary>
internal static class HtmlCharts
{
    private const int Width = 380;

    /// <summary>How many entities have which difference.</summary>
    public static void Distribution(HtmlWriter page, ImmutableArray<DifferenceBin> bins, string title)
    {
        const int Height = 190, Left = 34, Bottom = 24, Top = 16;
        var most = Math.Max(1, bins.Max(static bin => bin.Count));
        var step = (Width - Left - 4) / Math.Max(1, bins.Length);
        page.Raw($"<svg viewBox=\"0 0 {N(Width)} {N(Height)}\" role=\"img\">").Element("title", title);
        page.Raw($"<line class=\"axis\" x1=\"{N(Left)}\" y1=\"{N(Height - Bottom)}\" x2=\"{N(Width)}\" y2=\"{N(Height - Bottom)}\"/>");
        for (var i = 0; i < bins.Length; i++)
        {
            var bin = bins[i];
            var height = bin.Count == 0 ? 0 : Math.Max(1, (int)((long)bin.Count * (Height - Bottom - Top) / most));
            var (x, y) = (Left + (i * step), Height - Bottom - height);
            var kind = bin.From > 0 ? "g" : bin.To < 0 ? "l" : "z";
            page.Raw($"<rect class=\"{kind}\" x=\"{N(x + 1)}\" y=\"{N(y)}\" width=\"{N(Math.Max(1, step - 2))}\" height=\"{N(height)}\">")
                .Element("title", $"{Range(bin)}: {N(bin.Count)}")
                .Raw("</rect>");
            if (IsLabelled(bins, i, step))
            {
                page.Raw($"<text class=\"dimtext\" x=\"{N(x + (step / 2))}\" y=\"{N(Height - 8)}\" text-anchor=\"middle\">{Range(bin)}</text>");
            }
        }

        page.Raw($"<text class=\"dimtext\" x=\"{N(Left - 4)}\" y=\"{N(Top + 4)}\" text-anchor=\"end\">{N(most)}</text>");
        page.Raw($"<text class=\"dimtext\" x=\"{N(Left - 4)}\" y=\"{N(Height - Bottom)}\" text-anchor=\"end\">0</text></svg>");
    }

    /// <summary>The mean difference of each group, to the left of a line or to its right.</summary>
    /// <param name="page">Where it is written.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="meanOf">The mean of a group, in 点 or 円; missing where it is not told.</param>
    /// <param name="write">How such a mean is written.</param>
    /// <param name="texts">The words of the page.</param>
    /// <param name="title">What the chart is called.</param>
    public static void Groups(
        HtmlWriter page, ImmutableArray<SummaryGroup> groups, Func<SummaryGroup, Rational> meanOf, Func<Rational, string> write, HtmlReportTexts texts, string title)
    {
        const int RowHeight = 17, Label = 128;
        var means = groups.Select(meanOf).ToArray();
        var shown = means.Where(static mean => !mean.IsMissing).ToArray();
        var most = shown.Select(static mean => mean.Sign < 0 ? -mean : mean).DefaultIfEmpty(Rational.One).Max();
        var anyLoss = shown.Any(static mean => mean.Sign < 0);
        var anyGain = shown.Any(static mean => mean.Sign > 0);

        // Digits of this size are six units wide.
        var value = Math.Max(52, 8 + (6 * shown.Select(mean => write(mean).Length).DefaultIfEmpty(0).Max()));
        var room = Width - Label - value - (anyLoss && anyGain ? value : 0);
        var zero = !anyLoss ? Label : anyGain ? Label + value + (room / 2) : Width;
        var length = anyLoss && anyGain ? room / 2 : room;
        page.Raw($"<svg viewBox=\"0 0 {N(Width)} {N((groups.Length * RowHeight) + 4)}\" role=\"img\">").Element("title", title);
        for (var i = 0; i < groups.Length; i++)
        {
            var group = groups[i];
            var y = i * RowHeight;
            page.Raw($"<text x=\"0\" y=\"{N(y + 13)}\">").Text(Cut(group.Label ?? texts.Blank)).Raw("</text>");
            if (group.IsSuppressed)
            {
                page.Raw($"<text class=\"dimtext\" x=\"{N(Label + 4)}\" y=\"{N(y + 13)}\">").Text(texts.Suppressed).Raw("</text>");
                continue;
            }

            var isLoss = means[i].Sign < 0;
            var bar = most.Sign == 0 || means[i].IsMissing ? 0 : (int)((isLoss ? -means[i] : means[i]) * length / most).Floor();
            var x = isLoss ? zero - bar : zero;
            page.Raw($"<rect class=\"{(isLoss ? "l" : "g")}\" x=\"{N(x)}\" y=\"{N(y + 3)}\" width=\"{N(bar)}\" height=\"{N(RowHeight - 5)}\"/>");
            page.Raw($"<text class=\"dimtext\" x=\"{N(isLoss ? x - 4 : x + bar + 4)}\" y=\"{N(y + 13)}\" text-anchor=\"{(isLoss ? "end" : "start")}\">{write(means[i])}</text>");
        }

        page.Raw($"<line class=\"axis\" x1=\"{N(zero)}\" y1=\"0\" x2=\"{N(zero)}\" y2=\"{N(groups.Length * RowHeight)}\"/></svg>");
    }

    private static bool IsLabelled(ImmutableArray<DifferenceBin> bins, int index, int step)
    {
        // A range needs more room than a single difference.
        var room = bins.Any(static bin => bin.From != bin.To) ? 74 : 34;
        var zero = Math.Max(0, bins.ToList().FindIndex(static bin => bin.From == 0 && bin.To == 0));
        var every = Math.Max(1, (room + step - 1) / step);
        return Math.Abs(index - zero) % every == 0;
    }

    private static string Range(DifferenceBin bin) =>
        bin.From == bin.To ? PointsText.Signed(bin.From) : $"{PointsText.Signed(bin.From)}～{PointsText.Signed(bin.To)}";

    private static string Cut(string label)
    {
        const int Most = 12;
        return label.Length <= Most ? label : string.Concat(label.AsSpan(0, Most - 1), "…");
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
