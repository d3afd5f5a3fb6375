using System.Reflection;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Generators.Tests.Infrastructure;
using KaigoDsl.Runtime;
using Microsoft.CodeAnalysis;

namespace KaigoDsl.Generators.Tests.Emit;

public sealed class EmittedCodeTests
{
    private const string Stem = "KaigoDsl.Specs.R7.Municipality";

    public static TheoryData<NullableContextOptions, bool> Contexts => new()
    {
        { NullableContextOptions.Disable, false },
        { NullableContextOptions.Disable, true },
        { NullableContextOptions.Enable, false },
        { NullableContextOptions.Enable, true },
    };

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Compiles_without_a_warning_in_any_context(NullableContextOptions nullable, bool isChecked)
    {
        foreach (var plan in new[] { SamplePlans.Rich(), SamplePlans.Small() })
        {
            var trees = GeneratedAssembly.Parse(Emit(plan));
            Assert.Empty(GeneratedAssembly.Problems(GeneratedAssembly.Compilation(trees, nullable, isChecked)));
        }
    }

    [Fact]
    public void Gives_the_points_of_the_engine()
    {
        var plan = SamplePlans.Rich();
        var schema = PlanSchema.ToTableSchema(plan);
        var generated = Load(plan);
        var reached = new HashSet<int>();
        for (var seed = 0; seed < 300; seed++)
        {
            var table = RandomTable.Create(schema, rows: seed % 23, seed);
            var expected = FrameworkEvaluator.Evaluate(plan, table);
            var actual = generated.Score(Stem, table);
            Assert.Equal(plan.Nodes.Count, actual.Length);
            foreach (var node in plan.Nodes)
            {
                var points = actual[node.Index].Values.ToArray();
                Assert.True(
                    expected.Score(node.Index).Values.SequenceEqual(points),
                    $"seed {seed}, node {node.Path}: {string.Join(' ', expected.Score(node.Index).Values.ToArray())} ≠ {string.Join(' ', points)}");
                if (points.Any(value => value > 0))
                {
                    reached.Add(node.Index);
                }
            }
        }

        // A node that never scored would prove nothing.
        Assert.Equal(plan.Nodes.Select(node => node.Path), reached.Order().Select(index => plan.Nodes[index].Path));
    }

    [Fact]
    public void Changed_constants_reach_the_scoring()
    {
        var plan = SamplePlans.Rich();
        var generated = Load(plan);
        var table = RandomTable.Create(PlanSchema.ToTableSchema(plan), 40, seed: 7);
        var constants = Activator.CreateInstance(generated.Type(Stem + "Constants"))!;
        constants.GetType().GetProperty("上位の割合")!.SetValue(constants, Rational.FromInt64(4));
        var typed = generated.TableOf(Stem, table);
        var scores = generated.Type(Stem + "Framework").GetMethod("Score", [typed.GetType(), constants.GetType()])!.Invoke(null, [typed, constants])!;
        var node = plan.Nodes.Single(candidate => candidate.Path == "推進.Ⅰ.活動.2");
        var actual = ((System.Collections.Immutable.ImmutableArray<ScoreNode>)scores.GetType().GetProperty("Nodes")!.GetValue(scores)!)[node.Index].Values.ToArray();

        var changed = FrameworkEvaluator.Evaluate(plan, table, ConstantOverrides.None.With("上位の割合", Rational.FromInt64(4)));
        Assert.Equal(changed.Score(node.Index).Values.ToArray(), actual);
        Assert.NotEqual(FrameworkEvaluator.Evaluate(plan, table).Score(node.Index).Values.ToArray(), actual);
    }

    [Fact]
    public void Scores_are_reused_for_a_smaller_and_a_larger_table()
    {
        var plan = SamplePlans.Rich();
        var generated = Load(plan);
        var schema = PlanSchema.ToTableSchema(plan);
        var scoresType = generated.Type(Stem + "Scores");
        var scores = Activator.CreateInstance(scoresType)!;
        Assert.Equal(0, scoresType.GetProperty("Count")!.GetValue(scores));
        foreach (var rows in new[] { 10, 3, 0, 25 })
        {
            var table = RandomTable.Create(schema, rows, seed: rows);
            var typed = generated.TableOf(Stem, table);
            var result = generated.Type(Stem + "Framework").GetMethod("Score", [typed.GetType(), scoresType])!.Invoke(null, [typed, scores]);
            Assert.Same(scores, result);
            Assert.Equal(rows, scoresType.GetProperty("Count")!.GetValue(scores));
            var total = (ScoreNode)scoresType.GetProperty("得点")!.GetValue(scores)!;
            Assert.Equal(FrameworkEvaluator.Evaluate(plan, table).Score(0).Values.ToArray(), total.Values.ToArray());
        }
    }

    [Fact]
    public void The_tree_is_walked_by_name_and_a_shared_group_is_reached_both_ways()
    {
        var plan = SamplePlans.Rich();
        var generated = Load(plan);
        var scores = Activator.CreateInstance(generated.Type(Stem + "Scores"))!;
        var item = (ScoreNode)Walk(scores, "推進", "Ⅰ", "体制", "指標1", "項目ア");
        Assert.Equal("推進.Ⅰ.体制.1.ア", item.Path);
        Assert.Equal(4, item.FullMark);
        Assert.Equal("題名 <ア> & 「4」", item.Title);
        Assert.Same(Walk(scores, "成果指標", "指標1"), Walk(scores, "支援", "Ⅳ", "指標1"));
        Assert.Equal("可能な限り自立した日常生活を営む", ((ScoreNode)Walk(scores, "支援", "Ⅳ")).Title);

        // A node whose name a member of every node has already: it gets the next free name.
        var unconfirmed = (ScoreNode)Walk(scores, "推進", "Ⅰ", "Title_2");
        Assert.Null(unconfirmed.FullMark);

        // A node named as its parent, and one named as the framework's own score below another node.
        Assert.Equal("支援.推進", ((ScoreNode)Walk(scores, "支援", "支援")).Path);
        Assert.Equal("支援.得点", ((ScoreNode)Walk(scores, "支援", "得点")).Path);
    }

    [Fact]
    public void Columns_and_rows_are_typed()
    {
        var plan = SamplePlans.Rich();
        var generated = Load(plan);
        var table = RandomTable.Create(PlanSchema.ToTableSchema(plan), 5, seed: 1);
        var typed = generated.TableOf(Stem, table);
        var type = typed.GetType();
        Assert.Equal(typeof(QuantityColumn), type.GetProperty("第1号被保険者数")!.PropertyType);
        Assert.Equal(typeof(TruthColumn), type.GetProperty("過疎地域")!.PropertyType);
        Assert.Equal(typeof(TextColumn), type.GetProperty("区分")!.PropertyType);
        Assert.Equal(typeof(QuantityColumn), type.GetProperty("Count_2")!.PropertyType);
        Assert.Equal(typeof(QuantityColumn), type.GetProperty("class")!.PropertyType);
        Assert.Equal(typeof(AnswerColumn), type.GetProperty("推進_Ⅰ_体制_1_ア")!.PropertyType);
        var row = type.GetProperty("Item")!.GetValue(typed, [3])!;
        Assert.Equal(((TextColumn)table.Columns[0])[3], row.GetType().GetProperty("団体コード")!.GetValue(row));
        Assert.Equal(((AnswerColumn)type.GetProperty("推進_Ⅰ_体制_1_ア")!.GetValue(typed)!)[3], row.GetType().GetProperty("推進_Ⅰ_体制_1_ア")!.GetValue(row));
    }

    [Fact]
    public void The_schema_is_the_one_the_engine_uses()
    {
        var plan = SamplePlans.Rich();
        var actual = (TableSchema)Load(plan).Type(Stem + "Table").GetProperty("Schema")!.GetValue(null)!;
        var expected = PlanSchema.ToTableSchema(plan);
        Assert.Equal(expected.Entity, actual.Entity);
        Assert.Equal(Describe(expected), Describe(actual));

        static IEnumerable<string> Describe(TableSchema schema) => schema.Columns.Select(column =>
            $"{column.Name} {column.Kind} {column.Type} {string.Join('|', column.Aliases)} {column.Required} {column.Unit} {column.UnitFactor} {string.Join('|', column.Members)} {column.Entity} {column.Points} {column.Title}");
    }

    [Fact]
    public void A_table_of_another_framework_is_refused()
    {
        var generated = Load(SamplePlans.Rich());
        var other = RandomTable.Create(PlanSchema.ToTableSchema(SamplePlans.Small()), 2, seed: 1);
        var exception = Assert.Throws<TargetInvocationException>(() => generated.TableOf(Stem, other));
        Assert.IsType<ArgumentException>(exception.InnerException);
    }

    [Fact]
    public void A_file_is_loaded_and_a_bad_one_is_refused_with_every_problem()
    {
        var generated = Load(SamplePlans.Small());
        var load = generated.Type(Stem + "Table").GetMethod("Load")!;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "団体コード,PFS委託事業数,推進.1.ア,推進.1.イ\n011002,3人,○,×\n");
            var typed = load.Invoke(null, [path])!;
            Assert.Equal(1, typed.GetType().GetProperty("Count")!.GetValue(typed));

            File.WriteAllText(path, "団体コード,PFS委託事業数,推進.1.ア,推進.1.イ\n011002,三,○,?\n");
            var exception = Assert.Throws<TargetInvocationException>(() => load.Invoke(null, [path]));
            var refused = Assert.IsType<KaigoDsl.Data.TableLoadException>(exception.InnerException);
            Assert.Equal(["PFS委託事業数", "推進.1.イ"], refused.Result.Errors.Select(error => error.Column));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_framework_that_aggregates_members_is_not_printed_without_them()
    {
        var plan = SamplePlans.Small();
        var aggregate = plan with
        {
            Rankings = new([plan.Rankings[0] with { Value = new AggregateExpression(AggregateFunction.Mean, 0, 0, SamplePlans.Number(1)) }]),
        };
        Assert.Throws<ArgumentException>(() => CSharpEmitter.Emit(aggregate, CSharpEmitterOptions.Default));
    }

    private static GeneratedAssembly Load(FrameworkPlan plan) =>
        GeneratedAssembly.Load(GeneratedAssembly.Compilation(GeneratedAssembly.Parse(Emit(plan))));

    private static IEnumerable<(string, string)> Emit(FrameworkPlan plan) =>
        CSharpEmitter.Emit(plan, CSharpEmitterOptions.Default).Select(file => (file.HintName, file.Text));

    private static object Walk(object scores, params string[] names) =>
        names.Aggregate(scores, (node, name) => node.GetType().GetProperty(name)?.GetValue(node) ?? throw new Xunit.Sdk.XunitException($"No {name} in {node.GetType()}."));
}
