using System.Collections.Immutable;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>ranks.csv</c>: one row per entity, its score and its rank in the nation and in each group it belongs to, with the number ranked.</summary>
internal static class RanksFile
{
    public const string Name = "ranks.csv";

    public static void Write(Stream stream, ScoreGroups groups)
    {
        var table = groups.Evaluation.Table;
        var within = groups.Kinds.Select(kind => new KindRanks(
            LabelsByRow(kind, table.Count),
            groups.Statistics.RanksWithin(kind.Groups.Select(static g => new RowGroup(g.Group, g.Rows)), 0))).ToArray();
        using var output = new CsvOutput(stream);
        output.Header(
        [
            "団体コード", "団体名", .. groups.Kinds.Skip(1).Select(static kind => kind.Name), "得点", "順位", "団体数",
            .. groups.Kinds.Skip(1).SelectMany(static kind => new[] { $"{kind.Name}内順位", $"{kind.Name}内団体数" }),
        ]);
        for (var row = 0; row < table.Count; row++)
        {
            output.Text(table.Key(row));
            output.Text(table.Name(row));
            foreach (var kind in within.Skip(1))
            {
                output.Text(kind.Labels[row]);
            }

            output.Score(groups.Evaluation.Score(0)[row]);
            foreach (var kind in within)
            {
                var (rank, count) = kind.Ranks[row];
                Write(output, rank, rank);
                Write(output, rank, count);
            }

            output.EndRecord();
        }
    }

    private static void Write(CsvOutput output, int rank, int value)
    {
        if (rank == 0)
        {
            output.Blank();
        }
        else
        {
            output.Number((long)value);
        }
    }

    private static string?[] LabelsByRow(ScoreGroupKind kind, int count)
    {
        var labels = new string?[count];
        foreach (var group in kind.Groups)
        {
            foreach (var row in group.Rows)
            {
                labels[row] = group.Group;
            }
        }

        return labels;
    }

    private sealed record KindRanks(string?[] Labels, ImmutableArray<(int Rank, int Base)> Ranks);
}
