using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>A tier as it is written: 上位7割, or in percent when the share is no whole number of tenths.</summary>
public static class TierText
{
    /// <summary>The text of a tier.</summary>
    public static LocalizedText Of(TierPlan tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        var top = tier.Side == Compiler.Lowering.TierSide.Top;
        var share = tier.Share.ToRational();
        var (tenths, percent) = (share * 10, share * 100);
        var text = tenths.IsInteger ? $"{tenths}割" : percent.IsInteger ? $"{percent}%" : share.ToString();
        return new LocalizedText((top ? "上位" : "下位") + text, (top ? "top " : "bottom ") + (percent.IsInteger ? $"{percent}%" : text));
    }
}
