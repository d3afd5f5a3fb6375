using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Runs tests (試験): each scores a table of one row. Entities it aggregates have no rows.</summary>
public static class TestRunner
{
    /// <summary>Runs every test of a program, in written order.</summary>
    /// <param name="program">The program.</param>
    /// <param name="overrides">Constants to replace; <see langword="null"/> for none.</param>
    public static ImmutableArray<TestResult> Run(ProgramPlan program, ConstantOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return [.. program.Tests.Select(test => Run(program, test, overrides))];
    }

    /// <summary>Runs one test.</summary>
    public static TestResult Run(ProgramPlan program, TestPlan test, ConstantOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(test);
        var plan = program.Frameworks[test.Framework];
        var schema = PlanSchema.ToTableSchema(plan);
        var (cells, problems) = ReadCells(plan, schema, test);
        if (!problems.IsEmpty)
        {
            return new TestResult(test, problems, [], null);
        }

        var evaluation = FrameworkEvaluator.Evaluate(plan, OneRow(schema, cells), overrides, EmptyMembers(program, test, overrides));
        var expressions = new ExpressionEvaluator(evaluation.State);
        return new TestResult(test, [], [.. test.Expectations.Select(expectation => Check(expectation, expressions))], evaluation);
    }

    private static (CellValue[] Cells, ImmutableArray<TestCellProblem> Problems) ReadCells(FrameworkPlan plan, TableSchema schema, TestPlan test)
    {
        var cells = new CellValue[schema.Columns.Length];
        var problems = ImmutableArray.CreateBuilder<TestCellProblem>();
        if (schema.KeyColumn >= 0)
        {
            cells[schema.KeyColumn] = new CellValue { Text = test.Title };
        }

        foreach (var given in test.Givens)
        {
            if (!CellParser.TryParse(given.Cell, schema.Columns[given.Column], out cells[given.Column], out var problem))
            {
                problems.Add(new TestCellProblem(plan.Columns[given.Column], problem));
            }
        }

        return (cells, problems.ToImmutable());
    }

    private static EntityTable OneRow(TableSchema schema, CellValue[] cells)
    {
        var columns = ImmutableArray.CreateBuilder<TableColumn>(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var builder = new ColumnBuilder(schema.Columns[i].Type);
            builder.Add(cells[i]);
            columns.Add(builder.ToColumn());
        }

        return new EntityTable(schema, 1, columns.MoveToImmutable());
    }

    private static Dictionary<int, Evaluation> EmptyMembers(ProgramPlan program, TestPlan test, ConstantOverrides? overrides)
    {
        var members = new Dictionary<int, Evaluation>();
        AddAll(program.Frameworks[test.Framework].AggregatedFrameworks());
        AddAll(PlanReferences.AggregatedFrameworks(test.Expectations.Select(static expectation => expectation.Condition)));
        return members;

        void AddAll(IEnumerable<int> frameworks)
        {
            foreach (var member in frameworks.Where(member => !members.ContainsKey(member)))
            {
                var plan = program.Frameworks[member];
                AddAll(plan.AggregatedFrameworks());
                var schema = PlanSchema.ToTableSchema(plan);
                var table = new EntityTable(schema, 0, [.. schema.Columns.Select(static column => TableColumn.Blank(column.Type, 0))]);
                members[member] = FrameworkEvaluator.Evaluate(plan, table, overrides, members);
            }
        }
    }

    private static ExpectationResult Check(TestExpectation expectation, ExpressionEvaluator expressions)
    {
        var outcome = expressions.Truths(expectation.Condition)[0];
        return expectation.Condition is BinaryExpression { Operator: not (BinaryOperator.And or BinaryOperator.Or) } comparison
            ? new ExpectationResult(expectation, outcome, Text(comparison.Left, expressions), Text(comparison.Right, expressions))
            : new ExpectationResult(expectation, outcome, null, null);
    }

    private static string Text(ExpressionPlan expression, ExpressionEvaluator expressions) => expression.Type switch
    {
        ExpressionType.Quantity => expressions.Quantities(expression)[0].ToString(),
        ExpressionType.Text => expressions.Texts(expression)[0] ?? string.Empty,
        _ => expressions.Truths(expression)[0] switch
        {
            Truth.True => "真",
            Truth.False => "偽",
            _ => string.Empty,
        },
    };
}
