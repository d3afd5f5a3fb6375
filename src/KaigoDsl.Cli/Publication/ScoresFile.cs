using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>
/// <c>scores.csv</c>: one row per entity: code, name, one column per place of the tree (a shared group under every node that refers to it), score
/// and rank. The headings of all files are Japanese whatever the language of messages: they are data that scripts read.
/// </summary>
internal static class ScoresFile
{
    public const string Name = "scores.csv";

    public static void Write(Stream stream, Evaluation evaluation)
    {
        var places = PlanTree.Walk(evaluation.Plan)[1..];
        var ranks = FrameworkStatistics.Create(evaluation).Ranks(0);
        var scores = Array.ConvertAll([.. places], place => evaluation.Score(place.Node.Index));
        using var output = new CsvOutput(stream);
        output.Header(["団体コード", "団体名", .. places.Select(static place => place.Path), "得点", "順位"]);
        for (var row = 0; row < evaluation.Table.Count; row++)
        {
            output.Text(evaluation.Table.Key(row));
            output.Text(evaluation.Table.Name(row));
            foreach (var column in scores)
            {
                output.Score(column[row]);
            }

            output.Score(evaluation.Score(0)[row]);
            if (ranks[row] == 0)
            {
                output.Blank();
            }
            else
            {
                output.Number((long)ranks[row]);
            }

            output.EndRecord();
        }
    }
}
