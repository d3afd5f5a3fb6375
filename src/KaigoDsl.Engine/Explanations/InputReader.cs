using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Reads back the cells that expressions use, in the units they are declared in.</summary>
internal sealed class InputReader(EquatableArray<ColumnPlan> columns, EntityTable table, int row)
{
    public InputReader(Evaluation evaluation, int row)
        : this(evaluation.Plan.Columns, evaluation.Table, row)
    {
    }

    public ImmutableArray<InputExplanation> Read(params ReadOnlySpan<ExpressionPlan> expressions)
    {
        var read = new List<int>();
        foreach (var expression in expressions)
        {
            read.AddRange(expression.SelfAndParts().OfType<ColumnExpression>().Select(static column => column.Column));
        }

        return [.. read.Distinct().Select(Cell)];
    }

    private InputExplanation Cell(int index)
    {
        var column = columns[index];
        var data = table.Columns[index];
        var value = data is QuantityColumn quantities ? quantities[row] / column.UnitFactor.ToRational() : Rational.Missing;
        var text = data switch
        {
            TextColumn texts => texts[row] ?? string.Empty,
            TruthColumn truths => truths[row] switch
            {
                Truth.True => "真",
                Truth.False => "偽",
                _ => string.Empty,
            },
            AnswerColumn answers => answers[row].ToJapanese(),
            _ when value.IsMissing => string.Empty,
            _ when column.Type == Compiler.Lowering.ColumnType.Year => $"{value}年度",
            _ when column.Type == Compiler.Lowering.ColumnType.Date => DateText((int)value.Numerator),
            _ => value.ToString(),
        };
        return new InputExplanation(column.Name, column.Title, column.Unit, value, text);
    }

    private static string DateText(int date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date / 10_000:D4}-{date / 100 % 100:D2}-{date % 100:D2}");
}
