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
        var rules = test.Rules < 0 ? null : program.Rules[test.Rules];
        var plan = test.Framework >= 0 ? program.Frameworks[test.Framework]
            : program.TableOf(rules ?? throw new ArgumentException("The test speaks of no framework and of no rules.", nameof(test)));
        var schema = PlanSchema.ToTableSchema(plan);
        var (cells, problems) = ReadCells(plan, schema, test);
        if (!problems.IsEmpty)
        {
            return new TestResult(test, problems, [], null);
        }

        var table = OneRow(schema, cells);
        var evaluation = FrameworkEvaluator.Evaluate(plan, table, overrides, EmptyMembers(program, plan, rules, test, overrides));
        if (rules is null)
        {
            var expressions = new ExpressionEvaluator(evaluation.State);
            return new TestResult(test, [], [.. test.Expectations.Select(expectation => Check(
                expectation,
                condition => expressions.Truths(condition)[0],
                value => expressions.Quantities(value)[0],
                value => expressions.Texts(value)[0]))], evaluation);
        }

        var ruled = RulesEvaluator.Evaluate(program, rules, table, evaluation, overrides);
        return new TestResult(test, [], [.. test.Expectations.Select(expectation => Check(
            expectation, condition => ruled.TruthOf(condition, 0), value => ruled.QuantityOf(value, 0), value => ruled.TextOf(value, 0)))], evaluation)
        {
            Rules = ruled,
        };
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

    private static Dictionary<int, Evaluation> EmptyMembers(
        ProgramPlan program, FrameworkPlan framework, RulesPlan? rules, TestPlan test, ConstantOverrides? overrides)
    {
        var members = new Dictionary<int, Evaluation>();
        AddAll(framework.AggregatedFrameworks());
        AddAll(PlanReferences.AggregatedFrameworks(test.Expectations.Select(static expectation => expectation.Condition)));
        if (rules is not null)
        {
            var dependencies = new RuleDependencies(rules);
            AddAll(PlanReferences.AggregatedFrameworks(rules.Steps.SelectMany(dependencies.ExpressionsOf)));
        }

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

    private static ExpectationResult Check(
        TestExpectation expectation,
        Func<ExpressionPlan, Truth> truth,
        Func<ExpressionPlan, Rational> quantity,
        Func<ExpressionPlan, string?> text)
    {
        var outcome = truth(expectation.Condition);
        return expectation.Condition is BinaryExpression { Operator: not (BinaryOperator.And or BinaryOperator.Or) } comparison
            ? new ExpectationResult(expectation, outcome, Show(comparison.Left), Show(comparison.Right))
            : new ExpectationResult(expectation, outcome, null, null);

        string Show(ExpressionPlan expression) => expression.Type switch
        {
            ExpressionType.Quantity => quantity(expression).ToString(),
            ExpressionType.Text => text(expression) ?? string.Empty,
            _ => truth(expression) switch
            {
                Truth.True => "真",
                Truth.False => "偽",
                _ => string.Empty,
            },
        };
    }
}
