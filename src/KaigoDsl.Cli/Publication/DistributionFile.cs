using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>
/// <c>distribution.csv</c>: how many entities have how many points. For the nation at every node above the indicators, for the other groups
/// of the whole score. Every figure is a whole number.
/// </summary>
internal static class DistributionFile
{
    public const string Name = "distribution.csv";

    public static void Write(Stream stream, ScoreGroups groups)
    {
        using var output = new CsvOutput(stream);
        output.Header(["種別", "区分", "節", "下限", "上限", "団体数", "下限以上の団体数"]);
        var places = PlanTree.Walk(groups.Evaluation.Plan);
        foreach (var kind in groups.Kinds)
        {
            foreach (var group in kind.Groups)
            {
                foreach (var place in places.Where(place => IsShown(place, kind)))
                {
                    Write(output, kind.Name, ScoreGroups.LabelOf(group.Group), place, groups.Statistics.Distribution(place.Node.Index, group.Rows));
                }
            }
        }
    }

    private static bool IsShown(TreeEntry place, ScoreGroupKind kind) =>
        place.Depth == 0
        || (string.Equals(kind.Name, ScoreGroups.Nation, StringComparison.Ordinal) && place.Node.Kind is < NodeKind.Indicator or NodeKind.Total);

    private static void Write(CsvOutput output, string kind, string group, TreeEntry place, Histogram histogram)
    {
        var path = place.Depth == 0 ? "得点" : place.Path;
        foreach (var bin in histogram.Bins)
        {
            output.Text(kind);
            output.Text(group);
            output.Text(path);
            output.Number((long)bin.From);
            output.Number((long)bin.To);
            output.Number((long)bin.Count);
            output.Number((long)bin.AtLeast);
            output.EndRecord();
        }

        if (histogram.UnknownCount > 0)
        {
            output.Text(kind);
            output.Text(group);
            output.Text(path);
            output.Blank();
            output.Blank();
            output.Number((long)histogram.UnknownCount);
            output.Blank();
            output.EndRecord();
        }
    }
}
