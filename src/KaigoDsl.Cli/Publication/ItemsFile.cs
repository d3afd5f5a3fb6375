using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>
/// <c>items.csv</c>: items down, entities across, as the Ministry prints them. Two rows per item: 得点 with whole numbers, and 根拠 with where each
/// of them comes from; what holds for the whole item (時点, 出典, 仮定) stands in front.
/// </summary>
internal static class ItemsFile
{
    public const string Name = "items.csv";

    public static void Write(Stream stream, Evaluation evaluation)
    {
        var table = ItemTable.Create(evaluation);
        var entities = evaluation.Table;
        using var output = new CsvOutput(stream);
        output.Header(["節", "題名", "配点", "判定", "時点", "出典", "仮定の数", "内容", .. Enumerable.Range(0, entities.Count).Select(entities.Key)]);
        for (var i = 0; i < 7; i++)
        {
            output.Blank();
        }

        output.Text("団体名");
        for (var entity = 0; entity < entities.Count; entity++)
        {
            output.Text(entities.Name(entity));
        }

        output.EndRecord();
        foreach (var row in table.Rows)
        {
            Begin(output, row, "得点");
            for (var entity = 0; entity < entities.Count; entity++)
            {
                output.Score(table.Points(row, entity));
            }

            output.EndRecord();
            Begin(output, row, "根拠");
            for (var entity = 0; entity < entities.Count; entity++)
            {
                output.Text(Text(table.Origin(row, entity)));
            }

            output.EndRecord();
        }
    }

    private static void Begin(CsvOutput output, ItemTableRow row, string content)
    {
        output.Text(row.Entry.Path);
        output.Text(row.Title);
        output.Score(row.Entry.Node.FullMark ?? Runtime.ScoreColumn.Unknown);
        output.Text(row.Condition switch
        {
            ConditionKind.Answer => "回答",
            ConditionKind.Tier => "順位",
            ConditionKind.Expression => "条件",
            _ => "得点入力",
        });
        output.Text(row.Period);
        output.Text(row.Source);
        output.Number((long)row.AssumptionCount);
        output.Text(content);
    }

    private static string Text(CellOrigin origin) => origin switch
    {
        CellOrigin.Answered => "回答",
        CellOrigin.NotReported => "未報告",
        CellOrigin.Computed => "算定",
        CellOrigin.MissingValue => "欠測",
        CellOrigin.Overridden => "結果",
        CellOrigin.PointsReported => "得点入力",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };
}
