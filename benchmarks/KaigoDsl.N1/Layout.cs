using KaigoDsl.Runtime;
using KaigoDsl.Specs.R8;

namespace KaigoDsl.N1;

/// <summary>Where the job's result columns are in the scores: 80 indicators by kind, 24 cells, 8 goals, 2 grants, the total.</summary>
internal sealed class Layout
{
    public Layout(MunicipalityScores scores)
    {
        var nodes = scores.Nodes.ToDictionary(node => node.Path, StringComparer.Ordinal);
        var indicators = nodes.Values.Where(node => node.Path.Count(c => c == '.') == 3).ToDictionary(node => node.Path.Split('.')[3], StringComparer.Ordinal);
        Indicators =
        [
            .. Indicator("取組", NationData.Checklists), .. Indicator("割合", NationData.Ratios),
            .. Indicator("水準", NationData.Thresholds), .. Indicator("変化", NationData.Changes),
        ];
        string[] grants = ["推進", "支援"];
        string[] goals = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"];
        Goals = [.. grants.SelectMany(grant => goals.Select(goal => nodes[grant + "." + goal]))];
        Cells = [.. Goals.SelectMany(goal => new[] { "体制", "活動", "成果" }.Select(group => nodes.GetValueOrDefault(goal.Path + "." + group)))];
        Grants = [.. grants.Select(grant => nodes[grant])];
        Total = scores.得点;
        Outcome = scores.成果計;

        IEnumerable<ScoreNode> Indicator(string kind, int count) => Enumerable.Range(1, count).Select(i => indicators[FormattableString.Invariant($"{kind}{i}")]);
    }

    public ScoreNode[] Indicators { get; }

    /// <summary>By goal, three each; <see langword="null"/> where the goal has no such group.</summary>
    public ScoreNode?[] Cells { get; }

    public ScoreNode[] Goals { get; }

    public ScoreNode[] Grants { get; }

    public ScoreNode Total { get; }

    public ScoreNode Outcome { get; }
}
