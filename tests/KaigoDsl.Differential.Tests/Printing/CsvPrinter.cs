using System.Text;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Printing;

/// <summary>Writes a table as a person could: columns in any order, shared items under any of their paths, blank optional columns left out.</summary>
internal static class CsvPrinter
{
    public static string Print(SpecIndex index, DataTable table, int seed, CoverageCounter coverage)
    {
        var dice = new Dice(seed);
        var columns = dice.Shuffle(Columns(index, table, dice, coverage));
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(c => c.Header)).Append('\n');
        for (var row = 0; row < table.Count; row++)
        {
            text.AppendJoin(',', columns.Select(c => Quote(table[c.Name, row].Csv ?? "欠測"))).Append('\n');
        }

        return text.ToString();
    }

    private static List<(string Name, string Header)> Columns(SpecIndex index, DataTable table, Dice dice, CoverageCounter coverage)
    {
        var columns = new List<(string, string)> { (DataTable.Key, DataTable.Key) };
        if (index.Spec.HasName)
        {
            columns.Add((DataTable.Name, DataTable.Name));
        }

        columns.AddRange(index.Spec.Columns.Select(c => (c.Label, c.Label)));
        foreach (var node in index.Spec.Nodes.Where(n => n.Scoring is Scoring.Item or Scoring.Input or Scoring.Unconfirmed))
        {
            var path = index.Path(node);
            var isOptional = node.Scoring == Scoring.Unconfirmed || node.Tier is not null || node.Condition is not null;
            if (isOptional && dice.Chance(50) && table.Columns[path].All(c => c.IsBlank))
            {
                coverage.Hit(Construct.OptionalColumnLeftOut);
                continue;
            }

            var header = dice.Pick(index.PathsInFramework(node).Append(path).ToList());
            coverage.Hit(Construct.HeadedByPathOfReference, header != path);
            columns.Add((path, header));
        }

        return columns;
    }

    private static string Quote(string cell) => cell.Contains(',', StringComparison.Ordinal) ? "\"" + cell + "\"" : cell;
}
