using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo diff</c> for the terminal.</summary>
internal static class DiffText
{
    public static string Render(DiffReport report, Texts texts)
    {
        var text = new StringBuilder();
        text.Append(DiffHeadline.Of(report.Diff).In(texts.Language)).Append('\n');
        text.Append(report.OldName).Append(" → ").Append(report.NewName).Append('\n');
        foreach (var index in report.PairIndexes)
        {
            if (index >= 0)
            {
                var pair = report.Diff.Pairs[index];
                text.Append('\n').Append(texts.PairHeading(pair)).Append('\n');
                text.Append("  ").Append(texts.MatchSummary(pair)).Append('\n');
                AppendGuesses(text, pair, texts);
            }

            foreach (var severity in DiffReport.Severities)
            {
                AppendChanges(text, [.. report.Of(index, severity)], severity, texts);
            }
        }

        return text.ToString();
    }

    private static void AppendGuesses(StringBuilder text, FrameworkPair pair, Texts texts)
    {
        foreach (var match in DiffReport.Guesses(pair))
        {
            text.Append("  ? ").Append(texts.Guess(pair, match)).Append('\n');
        }
    }

    private static void AppendChanges(StringBuilder text, SpecChange[] changes, ChangeSeverity severity, Texts texts)
    {
        if (changes.Length == 0)
        {
            return;
        }

        text.Append('\n').Append(texts.SeverityHeading(severity, changes.Length)).Append('\n');
        foreach (var change in changes)
        {
            text.Append("  ").Append(change.Kind.Code).Append(' ').Append(change.Text.In(texts.Language)).Append('\n');
            if (Places(change) is { Length: > 0 } places)
            {
                text.Append("       ").Append(places).Append('\n');
            }
        }
    }

    /// <summary>Where it was and is written: <c>old.kaigo:12 → new.kaigo:14</c>.</summary>
    public static string Places(SpecChange change) => string.Join(" → ", new[] { Place(change.OldLocation), Place(change.NewLocation) }.OfType<string>());

    private static string? Place(PlanLocation location) => location.Path.Length == 0 ? null : $"{location.Path}:{location.Line + 1}";
}
