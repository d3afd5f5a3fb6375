using System.Text;
using KaigoDsl.Data;
using KaigoDsl.Differential.Tests.Comparison;
using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Differential.Tests;

/// <summary>What may not matter: the order of rows, the order and headings of columns, spelling and layout of the spec, an override that says the default.</summary>
public sealed class InvarianceTests
{
    private const int Specs = 60;

    private const int TablesPerSpec = 5;

    private static readonly Lazy<IReadOnlyList<CompiledSpec>> s_specs =
        new(() => [.. Enumerable.Range(10_000, Specs).AsParallel().AsOrdered().Select(Case.Compile)]);

    [Fact]
    public void Another_order_of_the_rows_moves_the_results_and_changes_none()
    {
        ForEachCase((spec, table, dice) =>
        {
            var order = dice.Shuffle(Enumerable.Range(0, table.Count));
            var straight = Evaluate(spec, table);
            var shuffled = Evaluate(spec, table.WithRows(order));
            foreach (var node in spec.Plan.Nodes)
            {
                Assert.Equal(order.Select(row => straight.Score(node.Index)[row]), shuffled.Score(node.Index).Values.ToArray());
            }

            foreach (var ranking in spec.Plan.Rankings)
            {
                Assert.Equal(order.Select(row => straight.Ranking(ranking.Index).Standing[row]), shuffled.Ranking(ranking.Index).Standing.ToArray());
                Assert.Equal(
                    straight.Ranking(ranking.Index).Tiers.Select(t => (t.K, t.CutOff, t.HitCount)),
                    shuffled.Ranking(ranking.Index).Tiers.Select(t => (t.K, t.CutOff, t.HitCount)));
            }
        });
    }

    [Fact]
    public void A_file_means_the_same_in_any_order_of_its_columns_and_under_any_heading()
    {
        ForEachCase((spec, table, dice) =>
        {
            if (!table.FitsCsv)
            {
                return;
            }

            var built = Evaluate(spec, table);
            foreach (var seed in new[] { dice.Next(1000), dice.Next(1000) })
            {
                AssertSame(built, spec.Evaluate(Tables.FromCsv(spec, table, seed, new CoverageCounter()), table));
            }
        });
    }

    [Fact]
    public void A_spec_means_the_same_in_any_spelling_and_layout()
    {
        ForEachCase((spec, table, dice) =>
        {
            var respelt = CompiledSpec.Create(spec.Index.Spec with { PrintSeed = dice.Between(1, 1_000_000) }).Compiled;
            Assert.NotNull(respelt);
            AssertSame(Evaluate(spec, table), Evaluate(respelt, table));
        });
    }

    [Fact]
    public void Overriding_a_constant_is_writing_another_one()
    {
        var changed = 0;
        ForEachCase((spec, table, dice) =>
        {
            // Only a constant that no other is made of: overriding one leaves the others as they were computed.
            if (spec.Plan.Constants.FirstOrDefault() is not { Name: var name }
                || spec.Index.Spec.Constants.Any(c => c.Value.SelfAndParts().OfType<ConstantName>().Any(n => n.Label == name)))
            {
                return;
            }

            var digits = dice.Pick("0", "0.5", "2", "7");
            var constant = spec.Index.Spec.Constants.Single(c => c.Label == name);
            var value = new Number(digits, constant.Dimension);
            var rewritten = CompiledSpec.Create(spec.Index.Spec with
            {
                Constants = spec.Index.Spec.Constants.Replace(constant, constant with { Value = value }),
            }).Compiled;
            Assert.NotNull(rewritten);
            var overrides = ConstantOverrides.None.With(name, Rational.Create(value.Value.Numerator, value.Value.Denominator));
            var overridden = spec.Evaluate(Tables.Build(spec, table, new CoverageCounter()), table, overrides);
            AssertSame(Evaluate(rewritten, table), overridden);
            changed += Scores(overridden).SequenceEqual(Scores(Evaluate(spec, table))) ? 0 : 1;
        });
        Assert.NotEqual(0, changed);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        ForEachCase((spec, table, _) =>
        {
            if (!table.FitsCsv)
            {
                return;
            }

            var built = Tables.Build(spec, table, new CoverageCounter());
            using var stream = new MemoryStream();
            TableWriter.Write(stream, built);
            var result = TableReader.Parse(stream.ToArray(), "written.csv", spec.Schema);
            Assert.True(result.Table is not null, string.Join('\n', result.Errors) + Encoding.UTF8.GetString(stream.ToArray()));
            AssertSame(spec.Evaluate(built, table), spec.Evaluate(result.Table, table));
        });
    }

    private static void ForEachCase(Action<CompiledSpec, DataTable, Dice> check) => Parallel.For(0, Specs, i =>
    {
        for (var t = 0; t < TablesPerSpec; t++)
        {
            check(s_specs.Value[i], Case.Table(s_specs.Value[i], 10_000 + i, t), new Dice(i + (t * Specs)));
        }
    });

    private static Evaluation Evaluate(CompiledSpec spec, DataTable table) =>
        spec.Evaluate(Tables.Build(spec, table, new CoverageCounter()), table);

    private static IEnumerable<string> Scores(Evaluation evaluation) =>
        evaluation.Plan.Nodes.Select(n => n.Path + " " + string.Join(' ', evaluation.Score(n.Index).Values.ToArray()));

    private static void AssertSame(Evaluation expected, Evaluation actual) =>
        Assert.Equal(Scores(expected).Order(StringComparer.Ordinal), Scores(actual).Order(StringComparer.Ordinal));
}
