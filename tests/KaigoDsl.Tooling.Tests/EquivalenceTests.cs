using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Equivalence;

namespace KaigoDsl.Tooling.Tests;

/// <summary>Equivalent is said only of what is; a counterexample really is one.</summary>
public class EquivalenceTests
{
    /// <summary>A condition, ranking or tree in two ways of writing.</summary>
    public static TheoryData<string, string> Same { get; } = new()
    {
        { "項目 ア 1点 x > 0件", "項目 ア 1点 0件 < x" },
        { "項目 ア 1点 x ≥ 2件", "項目 ア 1点 x ≥ 1件 + 1件" },
        { "項目 ア 1点 x ≥ 2件", "項目 ア 1点 x × 2 - 4件 ≥ 0件" },
        { "項目 ア 1点 x ≥ 1件 かつ y ≥ 1件", "項目 ア 1点 y ≥ 1件 かつ x ≥ 1件" },
        { "項目 ア 1点 否 (x > 1件 または y > 1件)", "項目 ア 1点 x ≤ 1件 かつ y ≤ 1件" },
        { "項目 ア 1点 x ÷ y ≥ 50%", "項目 ア 1点 否 (x ÷ y < 5割)" },
        { "項目 ア 1点 x + y ≥ 3件", "項目 ア 1点 y ≥ 3件 - x" },
        { "項目 ア 1点 (z ならば x でなければ y) > 1件", "項目 ア 1点 z ならば x > 1件 でなければ y > 1件" },
        { "項目 ア 1点 z かつ (x > 1件 または x > 2件)", "項目 ア 1点 z かつ x > 1件" },
        { "項目 ア 1点 x > 率 × 2件", "項目 ア 1点 x > 1件" },
        { "順位 x ÷ y, 高い順  項目 ア 1点 上位5割", "順位 x ÷ y - 1, 高い順  項目 ア 1点 上位50%" },
        { "順位 x ÷ y, 低い順  項目 ア 1点 上位5割", "順位 -(x ÷ y), 高い順  項目 ア 1点 上位5割" },
        { "順位 x, 低い順  項目 ア 1点 下位3割", "順位 x × 3, 高い順  項目 ア 1点 上位3割" },
        { "順位 x, 高い順, 母集団 x > 0件  項目 ア 1点 上位5割", "順位 x, 高い順, 母集団 否 (x ≤ 0件)  項目 ア 1点 上位5割" },
        { "順位 (x - y) ÷ y, 高い順  項目 ア 1点 上位5割", "順位 x ÷ y, 高い順  項目 ア 1点 上位5割" },
        { "項目 ア 1点  項目 イ 1点 前提 ア  項目 ウ 1点 前提 イ", "項目 ア 1点  項目 イ 1点 前提 ア  項目 ウ 1点 前提 ア, イ" },
        { "項目 ア 1点 「題」", "項目 ア 1点 「別の題」" },
    };

    /// <summary>Two that look alike and are not the same.</summary>
    public static TheoryData<string, string> Others { get; } = new()
    {
        { "項目 ア 1点 x > 0件", "項目 ア 1点 x ≥ 0件" },
        { "項目 ア 1点 x ≥ 2件", "項目 ア 1点 x ≥ 3件" },
        { "項目 ア 1点 x ≥ 1件 かつ y ≥ 1件", "項目 ア 1点 x ≥ 1件 または y ≥ 1件" },
        { "項目 ア 1点 x ÷ y ≥ 50%", "項目 ア 1点 x ≥ y ÷ 2" },
        { "項目 ア 1点 x ÷ x = 1", "項目 ア 1点 真 または x > 0件" },
        { "項目 ア 1点 x - x = 0件", "項目 ア 1点 真" },
        { "項目 ア 1点  項目 イ 1点 否 ア", "項目 ア 1点  項目 イ 1点 真" },
        { "項目 ア 2点 x > 0件", "項目 ア 1点 x > 0件" },
        { "順位 x, 高い順  項目 ア 1点 上位5割", "順位 x, 高い順  項目 ア 1点 上位4割" },
        { "順位 x, 高い順  項目 ア 1点 上位5割", "順位 x, 低い順  項目 ア 1点 上位5割" },
        { "順位 x, 高い順  項目 ア 1点 上位5割", "順位 x, 高い順, 母集団 y > 0件  項目 ア 1点 上位5割" },
        { "順位 x, 高い順  項目 ア 1点 上位5割", "順位 x, 高い順, 同点 含めない  項目 ア 1点 上位5割" },
        { "順位 x, 高い順  項目 ア 1点 上位5割", "順位 x, 高い順, 端数 切り上げ  項目 ア 1点 上位5割" },
        { "順位 x ÷ y, 高い順  項目 ア 1点 上位5割", "順位 x, 高い順  項目 ア 1点 上位5割" },
        { "順位 -x, 高い順  項目 ア 1点 上位5割", "順位 x, 高い順  項目 ア 1点 上位5割" },
        { "項目 ア 1点  項目 イ 1点 前提 ア", "項目 ア 1点  項目 イ 1点" },
        { "系列 ア { 項目 ① 1点  項目 ② 2点 }  系列 イ { 項目 ① 1点 }", "最大 2点" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Another_way_of_writing_is_equivalent(string before, string after)
    {
        var result = EquivalenceChecker.Check(Program(before), Program(after));

        Assert.Empty(result.Undecided.Select(line => line.Japanese));
        Assert.Equal(EquivalenceVerdict.Equivalent, result.Verdict);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_not_the_same_is_shown_by_a_nation(string before, string after)
    {
        // A cap is part of the indicator's header.
        var (old, current) = after.StartsWith("最大", StringComparison.Ordinal) ? (Program(before), Program(before, after)) : (Program(before), Program(after));

        var result = EquivalenceChecker.Check(old, current);

        Assert.Equal(EquivalenceVerdict.Different, result.Verdict);
        Assert.NotNull(result.Counterexample);
        AssertReal(old.Frameworks[0], current.Frameworks[0], result.Counterexample);
        Assert.InRange(result.Counterexample.Entities.Length, 1, 5);
    }

    [Fact]
    public void Data_under_another_name_is_other_data()
    {
        var result = EquivalenceChecker.Check(
            Specs.Compile("対象 市町村 { 鍵 団体コード }\n評価体系 R7 市町村 { 指標 1 { 入力 甲 : 件  項目 ア 1点 甲 > 0件 } }"),
            Specs.Compile("対象 市町村 { 鍵 団体コード }\n評価体系 R7 市町村 { 指標 1 { 入力 乙 : 件  項目 ア 1点 乙 > 0件 } }"));

        Assert.Equal(EquivalenceVerdict.Different, result.Verdict);
        Assert.Equal(2, result.Differences.Length);
    }

    [Theory]
    [InlineData("項目 ア 1点 (x + y) × (x + y) ≥ 0件 × 1件", "項目 ア 1点 x × x + y × y ≥ 0件 × 1件")]
    [InlineData("項目 ア 1点 最小(x, y) ≥ 3件", "項目 ア 1点 x ≥ 3件 かつ y ≥ 3件")]
    public void What_is_beyond_it_is_said_to_be_undecided(string before, string after)
    {
        // Squares are never below zero, and x ≤ y goes with x and y: no cell of a single threshold knows that.
        var result = EquivalenceChecker.Check(Program(before), Program(after));

        Assert.Equal(EquivalenceVerdict.Undecided, result.Verdict);
        Assert.NotEmpty(result.Undecided);
    }

    [Theory]
    [InlineData("r6")]
    [InlineData("r7")]
    [InlineData("r8")]
    public void The_real_specs_are_equivalent_to_themselves_rewritten(string folder)
    {
        var rewritten = Specs.Compile(Specs.Files(folder).Select(file => (file.Path, Rewriting.Shuffle(Rewriting.SwitchLanguage(file.Text), new Random(1)))));

        var result = EquivalenceChecker.Check(Specs.Of(folder), rewritten);

        Assert.Empty(result.Differences.Concat(result.Undecided).Select(line => line.Japanese));
        Assert.Equal(EquivalenceVerdict.Equivalent, result.Verdict);
    }

    [Fact]
    public void No_mutation_of_the_real_spec_is_called_equivalent()
    {
        var original = Specs.Municipal("r7");
        var random = new Random(11);
        var shown = 0;
        for (var i = 0; i < 12; i++)
        {
            var mutated = original with { Frameworks = ImmutableArray.Create(Mutate(original.Frameworks[0], i % 6, random)) };
            var result = EquivalenceChecker.Check(original, mutated);

            Assert.NotEqual(EquivalenceVerdict.Equivalent, result.Verdict);
            if (result.Counterexample is { } example)
            {
                AssertReal(original.Frameworks[0], mutated.Frameworks[0], example);
                shown++;
            }
        }

        // Undecided is honest but should be rare.
        Assert.InRange(shown, 6, 12);
    }

    private static FrameworkPlan Mutate(FrameworkPlan plan, int kind, Random random)
    {
        var items = plan.Items.AsImmutableArray();
        var rankings = plan.Rankings.AsImmutableArray();
        var item = items[random.Next(items.Length)];
        var ranking = rankings[random.Next(rankings.Length)];
        var compared = items.Where(i => i.Expression is BinaryExpression { Right: NumberExpression }).ToArray();
        var required = items.Where(i => i.Prerequisites.Count > 0).ToArray();
        return kind switch
        {
            0 => plan with { Items = items.SetItem(item.Index, item with { Points = item.Points + 1 }) },
            1 => plan with
            {
                Rankings = rankings.SetItem(ranking.Index, ranking with
                {
                    Tiers = ranking.Tiers.Select(t => t with { Share = t.Share / new ExactNumber(2) }).ToImmutableArray(),
                }),
            },
            2 => plan with
            {
                Rankings = rankings.SetItem(ranking.Index, ranking with
                {
                    Direction = ranking.Direction == RankDirectionOf.Highest ? RankDirectionOf.Lowest : RankDirectionOf.Highest,
                }),
            },
            3 => plan with { Rankings = rankings.SetItem(ranking.Index, ranking with { Rounding = Compiler.Lowering.CountRounding.Up }) },
            4 when compared[random.Next(compared.Length)] is { Expression: BinaryExpression b } chosen =>
                plan with { Items = items.SetItem(chosen.Index, chosen with { Expression = b with { Right = new NumberExpression(new ExactNumber(1)) } }) },
            _ when required[random.Next(required.Length)] is var chosen =>
                plan with { Items = items.SetItem(chosen.Index, chosen with { Prerequisites = [] }) },
            _ => throw new InvalidOperationException("There is no such mutation."),
        };
    }

    private static class RankDirectionOf
    {
        public const Compiler.Lowering.RankDirection Highest = Compiler.Lowering.RankDirection.HighestFirst;
        public const Compiler.Lowering.RankDirection Lowest = Compiler.Lowering.RankDirection.LowestFirst;
    }

    /// <summary>Scores the example anew, with tables made here.</summary>
    private static void AssertReal(FrameworkPlan old, FrameworkPlan current, Counterexample example)
    {
        int? Score(FrameworkPlan plan)
        {
            var schema = PlanSchema.ToTableSchema(plan);
            var builders = schema.Columns.Select(column => new ColumnBuilder(column.Type)).ToArray();
            foreach (var cells in example.Entities)
            {
                for (var i = 0; i < builders.Length; i++)
                {
                    var text = cells.FirstOrDefault(cell => cell.Column == schema.Columns[i].Name).Cell ?? string.Empty;
                    Assert.True(CellParser.TryParse(text, schema.Columns[i], out var value, out _));
                    builders[i].Add(value);
                }
            }

            var table = new EntityTable(schema, example.Entities.Length, [.. builders.Select(builder => builder.ToColumn())]);
            var points = FrameworkEvaluator.Evaluate(plan, table).Score(plan.Nodes.Single(n => n.Path == example.Node).Index)[example.Row];
            return points == ScoreColumn.Unknown ? null : points;
        }

        Assert.Equal((example.OldPoints, example.NewPoints), (Score(old), Score(current)));
        Assert.NotEqual(example.OldPoints, example.NewPoints);
    }

    private static ProgramPlan Program(string indicator, string header = "") => Specs.Compile(
        $"定数 率 = 50%\n対象 市町村 {{ 鍵 団体コード  x : 件  y : 件  z : 真偽 }}\n評価体系 令和7年度 市町村 {{ 指標 1 {header} {{ {indicator} }} }}");
}
