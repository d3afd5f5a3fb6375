using System.Globalization;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests.Rules;

/// <summary>
/// Rules by the engine = rules by a naive evaluator, on generated formulas, decisions, rankings, step tables and data. A case is made from its number
/// alone, so a failure repeats.
/// </summary>
public sealed class RulesDifferentialTests
{
    private const int Specs = 300;

    private const int TablesPerSpec = 20;

    [Fact]
    public void Engine_agrees_with_the_naive_evaluator()
    {
        var failures = Enumerable.Range(0, Specs).AsParallel().AsOrdered().Select(Check).OfType<string>().Take(1).ToArray();
        Assert.True(failures.Length == 0, failures.FirstOrDefault());
    }

    [Fact]
    public void Every_construct_and_every_outcome_is_generated()
    {
        var specs = Enumerable.Range(0, Specs).Select(RuleGenerator.Spec).ToArray();
        var parts = specs.SelectMany(Expressions).SelectMany(RulePrinter.Parts).ToArray();
        Assert.All(
            new[] { typeof(Literal), typeof(Cell), typeof(Read), typeof(ClauseIs), typeof(Share), typeof(Lookup), typeof(Place), typeof(Both), typeof(Negation), typeof(Apply), typeof(Choice) },
            type => Assert.Contains(parts, part => part.GetType() == type));
        Assert.All(Enum.GetValues<PlaceSort>(), sort => Assert.Contains(parts.OfType<Place>(), place => place.Sort == sort));
        Assert.All(
            new[] { "切り捨て", "四捨五入", "切り上げ", "最小", "最大" }, function => Assert.Contains(parts.OfType<Apply>(), apply => apply.Function == function));
        var outcomes = specs.SelectMany((spec, index) =>
        {
            var table = RuleGenerator.Table(spec, index);
            var naive = new NaiveRules(spec, table);
            return spec.Decisions.SelectMany(decision => Enumerable.Range(0, table.Count)
                .Select(row => naive.Decide(decision, row) is var clause and >= 0 ? decision.Clauses[clause].Met : (bool?)null));
        }).ToHashSet();
        Assert.Equal(3, outcomes.Count);
    }

    [Fact]
    public void Permuting_rows_permutes_the_results()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var spec = RuleGenerator.Spec(seed);
            var table = RuleGenerator.Table(spec, seed + 1);
            var turned = table with { Columns = [.. table.Columns.Select(column => System.Collections.Immutable.ImmutableArray.CreateRange(column.Reverse()))] };
            var (program, plan) = Compile(spec);
            var (here, there) = (Evaluate(program, plan, spec, table), Evaluate(program, plan, spec, turned));
            foreach (var decision in plan.Decisions)
            {
                Assert.Equal(here.DecidingClauses(decision.Index).ToArray(), there.DecidingClauses(decision.Index).ToArray().Reverse());
            }
        }
    }

    private static IEnumerable<RuleExpr> Expressions(RuleSpec spec) => spec.Formulas.Select(f => f.Value)
        .Concat(spec.Decisions.SelectMany(d => d.Values.Select(v => v.Value)))
        .Concat(spec.Decisions.SelectMany(d => d.Standings.SelectMany(s => s.Population is null ? [s.Value] : new[] { s.Value, s.Population })))
        .Concat(spec.Decisions.SelectMany(d => d.Clauses.Select(c => c.Condition).OfType<RuleExpr>()));

    private static string? Check(int number)
    {
        var spec = RuleGenerator.Spec(number);
        var (program, plan) = Compile(spec);
        for (var t = 0; t < TablesPerSpec; t++)
        {
            var table = RuleGenerator.Table(spec, (number * TablesPerSpec) + t);
            if (Difference(spec, table, Evaluate(program, plan, spec, table)) is { } difference)
            {
                return $"case {number}/{t}: {difference}\n{RulePrinter.Print(spec)}\n"
                    + string.Join('\n', table.Columns.Select((column, i) => RuleSpec.ColumnName(i) + ": " + string.Join(", ", column.Select(c => c?.ToString() ?? "–"))));
            }
        }

        return null;
    }

    private static (ProgramPlan Program, RulesPlan Rules) Compile(RuleSpec spec)
    {
        var text = RulePrinter.Print(spec);
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "rules.kaigo"))]);
        var program = compilation.Plan ?? throw new InvalidOperationException(string.Join('\n', compilation.Diagnostics) + "\n" + text);
        return (program, Assert.Single(program.Rules));
    }

    private static RulesEvaluation Evaluate(ProgramPlan program, RulesPlan plan, RuleSpec spec, RuleTable table)
    {
        var schema = RulesTable.ToTableSchema(program, plan, plan.Decisions.SelectMany(d => d.Columns), scored: false);
        var columns = schema.Columns.Select(column => column.Kind == Runtime.ColumnKind.Key
            ? TextColumn.FromValues([.. Enumerable.Range(0, table.Count).Select(row => row.ToString(CultureInfo.InvariantCulture))])
            : ToColumn(column.Type, table.Columns[int.Parse(column.Name.AsSpan(1), CultureInfo.InvariantCulture)]));
        return RulesEvaluator.Evaluate(program, plan, new EntityTable(schema, table.Count, [.. columns]));
    }

    private static TableColumn ToColumn(Runtime.ColumnType type, IReadOnlyList<Fraction?> cells) => type == Runtime.ColumnType.Truth
        ? TruthColumn.FromValues([.. cells.Select(cell => cell is { } known ? Kleene.From(!known.IsZero) : Truth.Unknown)])
        : QuantityColumn.FromValues([.. cells.Select(cell => cell is { } known ? Rational.Create(known.Numerator, known.Denominator) : Rational.Missing)]);

    private static string? Difference(RuleSpec spec, RuleTable table, RulesEvaluation engine)
    {
        var naive = new NaiveRules(spec, table);
        for (var row = 0; row < table.Count; row++)
        {
            foreach (var plan in engine.Plan.Formulas)
            {
                var owner = spec.Decisions.FirstOrDefault(d => d.Name == plan.Owner);
                var formula = (owner?.Values ?? spec.Formulas).Single(f => f.Name == plan.Label);
                var (expected, actual) = formula.Unit == "真偽"
                    ? (Show(naive.Truth(formula, owner, row)), engine.Truth(plan.Index, row).ToString())
                    : (naive.Quantity(formula, owner, row)?.ToString() ?? string.Empty, engine.Quantity(plan.Index, row).ToString());
                if (expected != actual)
                {
                    return $"{plan.Owner}.{plan.Label}, row {row}: naive `{expected}`, engine `{actual}`";
                }
            }

            foreach (var plan in engine.Plan.Decisions)
            {
                var expected = naive.Decide(spec.Decisions.Single(d => d.Name == plan.Label), row);
                if (expected != engine.DecidingClauses(plan.Index)[row])
                {
                    return $"{plan.Label}, row {row}: naive {expected}, engine {engine.DecidingClauses(plan.Index)[row]}";
                }
            }
        }

        return null;
    }

    private static string Show(bool? truth) => truth switch
    {
        true => nameof(Truth.True),
        false => nameof(Truth.False),
        null => nameof(Truth.Unknown),
    };
}
