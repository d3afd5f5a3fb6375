using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Data;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Differential.Tests.Printing;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>A table of the model as the product holds it: read from a file, or put together value by value.</summary>
internal static class Tables
{
    public static EntityTable FromCsv(CompiledSpec spec, DataTable table, int seed, CoverageCounter coverage)
    {
        coverage.Hit(Construct.TableFromCsv);
        var text = CsvPrinter.Print(spec.Index, table, seed, coverage);
        var result = TableReader.Parse(Encoding.UTF8.GetBytes(text), "case.csv", spec.Schema);
        return result.Table ?? throw new InvalidOperationException("The file is refused: " + string.Join("; ", result.Errors) + "\n" + text);
    }

    public static EntityTable Build(CompiledSpec spec, DataTable table, CoverageCounter coverage)
    {
        coverage.Hit(Construct.TableBuiltDirectly);
        return new EntityTable(spec.Schema, table.Count, [.. spec.Schema.Columns.Select(c => ToColumn(c.Type, table.Columns[c.Name]))]);
    }

    private static TableColumn ToColumn(ColumnType type, ImmutableArray<Cell> cells) => type switch
    {
        ColumnType.Answer => AnswerColumn.FromValues([.. cells.Select(c => c.Answer switch
        {
            AnswerCell.Met => Answer.Met,
            AnswerCell.NotMet => Answer.NotMet,
            AnswerCell.NotDone => Answer.NotImplemented,
            _ => Answer.NotReported,
        })]),
        ColumnType.Truth => TruthColumn.FromValues([.. cells.Select(c => c.Truth is { } known ? known ? Truth.True : Truth.False : Truth.Unknown)]),
        ColumnType.Text or ColumnType.Enumeration => TextColumn.FromValues([.. cells.Select(c => c.Text)]),
        _ => QuantityColumn.FromValues([.. cells.Select(c => c.Quantity is { } q ? Rational.Create(q.Numerator, q.Denominator) : Rational.Missing)]),
    };
}
