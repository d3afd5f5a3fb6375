using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>A comparison in one sentence: the changes a payee can feel themselves when they are few, otherwise how many of each kind.</summary>
public static class DiffHeadline
{
    private const int NamedAtMost = 3;

    /// <summary>The sentence.</summary>
    public static LocalizedText Of(SpecDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        if (diff.IsEmpty)
        {
            return new("差はありません。", "No differences.");
        }

        var payee = Of(diff, ChangeSeverity.Payee);
        var (meaning, wording, information) =
            (Of(diff, ChangeSeverity.Meaning).Length, Of(diff, ChangeSeverity.Wording).Length, Of(diff, ChangeSeverity.Information).Length);
        var first = payee.Length == 0 ? new LocalizedText("得点・交付額に響く変更はありません", "No change that a payee can feel")
            : payee.Length <= NamedAtMost ? Named(payee)
            : Counted(payee);
        var rest = new List<LocalizedText>();
        AddCount(rest, meaning, "意味の変更", "change of meaning", "changes of meaning");
        AddCount(rest, wording, "文言の変更", "change of wording", "changes of wording");
        AddCount(rest, information, "参考", "for information", "for information");
        return rest.Count == 0
            ? new($"{first.Japanese}。", $"{first.English}.")
            : new(
                $"{first.Japanese}。ほかに{string.Join("、", rest.Select(static part => part.Japanese))}。",
                $"{first.English}. Also {string.Join(", ", rest.Select(static part => part.English))}.");
    }

    private static SpecChange[] Of(SpecDiff diff, ChangeSeverity severity) => [.. diff.Changes.Where(change => change.Kind.Severity == severity)];

    private static LocalizedText Named(SpecChange[] changes) => new(
        string.Join("／", changes.Select(static change => change.Text.Japanese)), string.Join("; ", changes.Select(static change => change.Text.English)));

    private static LocalizedText Counted(SpecChange[] changes)
    {
        var kinds = changes.GroupBy(static change => change.Kind).OrderBy(static group => group.Key.Code, StringComparer.Ordinal).ToArray();
        return new(
            $"得点・交付額に響く変更 {changes.Length}件（{string.Join("、", kinds.Select(static k => $"{k.Key.Title.Japanese} {k.Count()}"))}）",
            $"{changes.Length} changes that a payee can feel ({string.Join(", ", kinds.Select(static k => $"{k.Key.Title.English} {k.Count()}"))})");
    }

    private static void AddCount(List<LocalizedText> parts, int count, string japanese, string one, string many)
    {
        if (count > 0)
        {
            parts.Add(new($"{japanese} {count}件", $"{count} {(count == 1 ? one : many)}"));
        }
    }
}
