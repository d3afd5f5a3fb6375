using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Tests;

/// <summary>One edit of rules or of an allocation, and the changes it is.</summary>
public class RulesCasesTests
{
    private const string Base = """
        対象 市町村 { 鍵 団体コード  名称 団体名  人口 : 人  給付費 : 円 }
        割合表 負担 「負担割合」 { 国 25%  都道府県 25%  市町村 50% }
        割合表 予備 { 甲 40%  乙 60% }
        段階 乗率 「所得の段階」 : 円 → 割合 { 120万円未満 1.2  以上 2.4 }
        段階 別乗率 : 円 → 割合 { 100万円未満 1  以上 2 }
        算式 国の分 市町村 「国の負担」 : 円 = 給付費 × 負担.国 × 乗率(給付費)
        算式 倍 市町村 「倍」 : 円 = 給付費 × 2
        判定 大きいか 市町村 「大きいか」 {
          順位 全国順位 人口, 高い順
          該当 (1) 人口 > 1_000人 「多い」
          該当 (2) 全国順位 ≤ 3位 「上位」
          非該当 「その他」
        }
        評価体系 令和7年度 市町村 { 指標 1 「一」 { 項目 ア 1点 } }
        """;

    public static TheoryData<string, string, string> Cases { get; } = new()
    {
        { "判定 大きいか", "算式 三倍 市町村 : 円 = 給付費 × 3\n判定 大きいか", "D611" },
        { "算式 倍 市町村 「倍」 : 円 = 給付費 × 2", "", "D612" },
        { "給付費 × 2", "給付費 × 3", "D613" },
        { "「倍」 : 円", "「倍」 : 千円", "D614" },
        { "給付費 × 2", "給付費 × 別乗率(給付費)", "D613 D621" },
        { " × 乗率(給付費)", "", "D613 D622" },
        { "120万円未満 1.2", "130万円未満 1.2", "D623" },
        { "割合表 予備", "割合表 予備二 { 丙 100% }\n割合表 予備", "D631" },
        { "割合表 予備 { 甲 40%  乙 60% }", "", "D632" },
        { "{ 甲 40%  乙 60% }", "{ 甲 30%  乙 70% }", "D633 D633" },
        { "該当 (1) 人口", "順位 別順位 給付費, 低い順\n該当 (3) 別順位 ≤ 1位 「別」\n該当 (1) 人口", "D641 D803" },
        { "順位 全国順位 人口, 高い順\n  該当 (1) 人口 > 1_000人 「多い」\n  該当 (2) 全国順位 ≤ 3位 「上位」", "該当 (1) 人口 > 1_000人 「多い」", "D642 D804" },
        { "人口, 高い順", "人口, 低い順", "D643" },
        { "評価体系", "判定 小さいか 市町村 { 該当 (1) 人口 < 10人  非該当 }\n評価体系", "D801" },
        { "人口 > 1_000人", "人口 > 2_000人", "D805" },
        { "該当 (1) 人口 > 1_000人 「多い」\n  該当 (2) 全国順位 ≤ 3位 「上位」", "該当 (2) 全国順位 ≤ 3位 「上位」\n  該当 (1) 人口 > 1_000人 「多い」", "D806" },
        { "「国の負担」", "「国が負担する額」", "D901" },
    };

    /// <summary>An edit of an allocation's plan and the change it is.</summary>
    public static TheoryData<string> AllocationCodes { get; } = [.. AllocationEdits().Select(edit => edit.Code)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edit_of_rules_is_told_as_what_it_is(string find, string replacement, string codes)
    {
        var text = Base.ReplaceLineEndings("\n");
        Assert.Contains(find, text, StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        var (before, after) = (Specs.Compile(text), Specs.Compile(text[..at] + replacement + text[(at + find.Length)..]));

        Assert.Equal(codes, Codes(before, after));
        Assert.Empty(SpecDiff.Compare(before, Specs.Compile(Rewriting.SwitchLanguage(text))).Changes.Select(change => change.Text.Japanese));
    }

    [Fact]
    public void A_decision_that_is_gone_is_told() => Assert.Equal(
        "D642 D802", Codes(Specs.Compile(Base), Specs.Compile(Base[..Base.IndexOf("判定", StringComparison.Ordinal)] + Base[Base.IndexOf("評価体系", StringComparison.Ordinal)..])));

    [Theory]
    [MemberData(nameof(AllocationCodes))]
    public void An_edit_of_an_allocation_is_told_as_what_it_is(string code)
    {
        var program = WithAllocation();
        var edited = AllocationEdits().Single(edit => edit.Code == code).Edit(program);

        var change = Assert.Single(SpecDiff.Compare(program, edited).Changes);
        Assert.Equal(code, change.Kind.Code);
        Assert.NotEqual(change.OldValue, change.NewValue);
        Assert.Empty(SpecDiff.Compare(edited, edited).Changes);
    }

    [Fact]
    public void A_pool_moved_by_100_000_thousand_yen_is_the_headline()
    {
        var program = WithAllocation();
        var edited = Edit(program, a => Pool(a, p => p with { Budget = Yen(7_320_000_000) }));

        Assert.Equal(
            "令和7年度 市町村 推進.基本：枠の予算  7,220,000千円 → 7,320,000千円（+100,000千円）。",
            DiffHeadline.Of(SpecDiff.Compare(program, edited)).Japanese);
    }

    [Fact]
    public void Every_kind_of_rules_and_allocations_is_exercised()
    {
        var exercised = Cases.SelectMany(row => ((string)row[2]).Split(' ')).Concat(AllocationEdits().Select(edit => edit.Code)).Append("D802");
        var kinds = ChangeKinds.All.Select(kind => kind.Code).Where(kind => string.CompareOrdinal(kind, "D610") > 0 && string.CompareOrdinal(kind, "D900") < 0);

        Assert.Empty(kinds.Except(exercised));
    }

    private static IEnumerable<(string Code, Func<ProgramPlan, ProgramPlan> Edit)> AllocationEdits()
    {
        var people = new ColumnExpression(2, ExpressionType.Quantity);
        var rounding = new AllocationRounding(RoundingTarget.Amount, new ExactNumber(1000), RoundingDirection.Down);
        var classes = Classes(5000);
        return
        [
            ("D701", p => p with { Allocations = p.Allocations.AsImmutableArray().Add(p.Allocations[0] with { Index = 1, Label = "支援", Name = "令和7年度 市町村 支援" }) }),
            ("D702", p => p with { Allocations = ImmutableArray<AllocationPlan>.Empty }),
            ("D703", p => Edit(p, a => a with { Budget = Yen(8_000_000_000) })),
            ("D704", p => Edit(p, a => a with { Pools = a.Pools.AsImmutableArray().Add(a.Pools[0] with { Label = "成果" }) })),
            ("D705", p => Edit(p, a => a with { Pools = ImmutableArray<PoolPlan>.Empty })),
            ("D706", p => Edit(p, a => Pool(a, x => x with { Budget = Yen(7_320_000_000) }))),
            ("D707", p => Edit(p, a => Pool(a, x => x with { Rule = PoolRule.Withheld }))),
            ("D708", p => Edit(p, a => Pool(a, x => x with { Weight = new BinaryExpression(BinaryOperator.Multiply, people, people, ExpressionType.Quantity) }))),
            ("D709", p => Edit(p, a => Pool(a, x => x with { Conditions = ImmutableArray.Create(Condition(people)) }))),
            ("D710", p => Edit(p, a => Pool(a, x => x with { Members = Condition(people).Condition }))),
            ("D711", p => Edit(p, a => Pool(a, x => x with { Classes = Classes(3000) }))),
            ("D712", p => Edit(p, a => Pool(a, x => x with { Classes = classes with { BudgetMeasure = null } }))),
            ("D713", p => Edit(p, a => a with { Roundings = ImmutableArray.Create(rounding) })),
            ("D714", p => Edit(p, a => a with { Cap = people })),
            ("D715", p => Edit(p, a => Pool(a, x => x with { Floor = Yen(1000) }))),
            ("D716", p => Edit(p, a => a with { Redistribution = new RedistributionPlan(null, 1, null, PlanLocation.None) })),
            ("D717", p => Edit(p, a => a with { Residue = ResiduePlan.Report with { Kind = ResidueKind.LargestRemainder } })),
            ("D718", p => Edit(p, a => a with { Transition = new TransitionPlan(people, new NumberExpression(new ExactNumber(1, 2)), true, string.Empty, PlanLocation.None) })),
            ("D719", p => Edit(p, a => a with { Gates = ImmutableArray.Create(new GatePlan(0, GateEffect.LeaveBase, PlanLocation.None)) })),
        ];
    }

    private static AllocationCondition Condition(ExpressionPlan people) => new(
        "①", "項目1", null, new BinaryExpression(BinaryOperator.Greater, people, new NumberExpression(ExactNumber.Zero), ExpressionType.Truth), string.Empty, [], PlanLocation.None);

    private static SizeClassesPlan Classes(int below) => new(
        new ColumnExpression(2, ExpressionType.Quantity),
        ImmutableArray.Create(new SizeClassPlan("1", "区分1", null, new ExactNumber(below), null), new SizeClassPlan("2", "区分2", null, null, null)),
        new ColumnExpression(2, ExpressionType.Quantity),
        string.Empty,
        [],
        PlanLocation.None);

    private static NumberExpression Yen(long yen) => new(new ExactNumber(yen));

    private static ProgramPlan Edit(ProgramPlan program, Func<AllocationPlan, AllocationPlan> edit) =>
        program with { Allocations = ImmutableArray.Create(edit(program.Allocations[0])) };

    private static AllocationPlan Pool(AllocationPlan allocation, Func<PoolPlan, PoolPlan> edit) =>
        allocation with { Pools = ImmutableArray.Create(edit(allocation.Pools[0])) };

    private static ProgramPlan WithAllocation()
    {
        var program = Specs.Compile(Base);
        return program with
        {
            Allocations = ImmutableArray.Create(new AllocationPlan
            {
                Index = 0,
                Label = "推進",
                Name = "令和7年度 市町村 推進",
                Identifier = "推進",
                Title = null,
                FiscalYear = 2025,
                YearCode = "R7",
                Rules = 0,
                Budget = Yen(7_220_000_000),
                Gates = [],
                Pools = ImmutableArray.Create(new PoolPlan
                {
                    Label = "基本",
                    Identifier = "基本",
                    Title = null,
                    Budget = Yen(7_220_000_000),
                    Rule = PoolRule.Proportional,
                    Weight = new ColumnExpression(2, ExpressionType.Quantity),
                    Conditions = [],
                    Classes = Classes(5000),
                    Members = null,
                    Cap = null,
                    Floor = null,
                    Redistribution = null,
                    Roundings = [],
                    Residue = null,
                    Source = null,
                    Assumptions = [],
                    WeightText = "人口",
                    Location = PlanLocation.None,
                }),
                Transition = null,
                Roundings = [],
                Cap = null,
                Floor = null,
                Redistribution = null,
                Residue = ResiduePlan.Report,
                Columns = [],
                Source = null,
                Assumptions = [],
                Documentation = null,
                Location = PlanLocation.None,
            }),
        };
    }

    private static string Codes(ProgramPlan before, ProgramPlan after) =>
        string.Join(" ", SpecDiff.Compare(before, after).Changes.Select(change => change.Kind.Code));
}
