using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Goldens;
using KaigoDsl.Compiler.Tests.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Tests.Meaning;

/// <summary>What allocations become: the sample that has every construct, and the roundings as documents write them.</summary>
public sealed class AllocationPlanTests
{
    private static readonly string Sample = TestFiles.Read("tests/cases/good/allocations.kaigo");
    private static readonly ProgramPlan Original = Plan(Sample);

    public static TheoryData<string, RoundingTarget, int, int, RoundingDirection> Roundings { get; } = new()
    {
        { "千円未満切り捨て", RoundingTarget.Amount, 1000, 1, RoundingDirection.Down },
        { "千円未満 四捨五入", RoundingTarget.Amount, 1000, 1, RoundingDirection.Nearest },
        { "千円 未満 切り上げ", RoundingTarget.Amount, 1000, 1, RoundingDirection.Up },
        { "円切り捨て", RoundingTarget.Amount, 1, 1, RoundingDirection.Down },
        { "金額 １０円未満切り捨て", RoundingTarget.Amount, 10, 1, RoundingDirection.Down },
        { "金額 小数点以下2位切り捨て", RoundingTarget.Amount, 1, 100, RoundingDirection.Down },
        { "合計 100円 切り上げ", RoundingTarget.Total, 100, 1, RoundingDirection.Up },
        { "規模別予算 100万円未満四捨五入", RoundingTarget.ClassBudget, 1_000_000, 1, RoundingDirection.Nearest },
        { "按分率 小数点以下3位 四捨五入", RoundingTarget.Share, 1, 1000, RoundingDirection.Nearest },
        { "按分率 小数点以下 0位 切り捨て", RoundingTarget.Share, 1, 1, RoundingDirection.Down },
        { "按分率 0.05 切り上げ", RoundingTarget.Share, 1, 20, RoundingDirection.Up },
        { "按分率 1% 切り捨て", RoundingTarget.Share, 1, 100, RoundingDirection.Down },
        { "amount thousand_yen below round_down", RoundingTarget.Amount, 1000, 1, RoundingDirection.Down },
        { "share_of_weight decimal_places 4rank round_nearest", RoundingTarget.Share, 1, 10_000, RoundingDirection.Nearest },
    };

    [Theory]
    [MemberData(nameof(Roundings))]
    public void 端数は文書の書き方で読む(string written, RoundingTarget target, int numerator, int denominator, RoundingDirection direction)
    {
        var rounding = Assert.Single(Allocation($"端数 {written}").Roundings);
        Assert.Equal(new AllocationRounding(target, new ExactNumber(numerator, denominator), direction), rounding);
    }

    [Fact]
    public void 配分は残余の流れる順に並ぶ()
    {
        Assert.Equal(["推進", "支援", "予備"], Original.Allocations.Select(a => a.Label));
        Assert.Equal([0, 1, 2], Original.Allocations.Select(a => a.Index));
        var backwards = Plan(Head + """
            配分 令和7年度 市町村 後 1円 { 枠 全体 1円 { 均等 } }
            配分 令和7年度 市町村 先 1円 { 枠 全体 1円 { 均等 残余 配分へ 後.全体 } }
            """);
        Assert.Equal(["先", "後"], backwards.Allocations.Select(a => a.Label));
        Assert.Equal((1, 0), (backwards.Allocations[0].Pools[0].Residue!.Allocation, backwards.Allocations[0].Pools[0].Residue!.Pool));
    }

    [Fact]
    public void 枠の計画()
    {
        var allocation = Original.Allocations[0];
        Assert.Equal("令和7年度 市町村 推進", allocation.Name);
        Assert.Equal("R7", allocation.YearCode);
        Assert.Equal("推進交付金の市町村分。", allocation.Documentation);
        Assert.IsType<ConstantExpression>(allocation.Budget);
        Assert.Equal([PoolRule.Proportional, PoolRule.Equal, PoolRule.Equal, PoolRule.Withheld], allocation.Pools.Select(p => p.Rule));
        var basic = allocation.Pools[0];
        Assert.Equal(["75%相当"], basic.Assumptions);
        Assert.Equal("重み", basic.WeightText);
        Assert.IsType<FormulaExpression>(basic.Weight);
        Assert.Equal([3000, 10_000, 50_000, 100_000, null], basic.Classes!.Classes.Select(c => (int?)c.Below?.Numerator));
        Assert.Equal(["区分の予算の決め方"], basic.Classes.Assumptions);
        Assert.NotNull(basic.Classes.BudgetMeasure);
        Assert.Equal(new RedistributionPlan(null, null, null, basic.Redistribution!.Location), basic.Redistribution);
        Assert.Equal((ResidueKind.LargestRemainder, RankDirection.HighestFirst), (basic.Residue!.Kind, basic.Residue.KeyDirection));
        var extra = allocation.Pools[1];
        Assert.Equal(["条件1", "条件2", "条件3"], extra.Conditions.Select(c => c.Identifier));
        Assert.Equal(2, extra.Residue!.Pool);
        Assert.Equal("計画の審査による", allocation.Pools[3].Reason);
    }

    [Fact]
    public void 枠の端数は書かなければ全体のもの()
    {
        var pools = Original.Allocations[0].Pools;
        var whole = new AllocationRounding(RoundingTarget.Amount, 1000, RoundingDirection.Down);
        Assert.Equal([whole], pools[2].Roundings);
        Assert.Equal(
            [
                whole,
                new AllocationRounding(RoundingTarget.Share, new ExactNumber(1, 10_000_000_000), RoundingDirection.Nearest),
                new AllocationRounding(RoundingTarget.ClassBudget, 1000, RoundingDirection.Down),
            ],
            pools[1].Roundings);
    }

    [Fact]
    public void 読む列は判定の分も含む()
    {
        var support = Original.Allocations[1];
        var columns = Original.Rules[support.Rules].Columns;
        Assert.Equal(
            ["第1号被保険者数", "過疎地域", "区分", "当年度予算額", "前年度決算額", "所要見込額"],
            support.Columns.Select(c => columns[c].Name));
        Assert.All(["当年度予算額", "所要見込額"], name => Assert.True(columns.Single(c => c.Name == name) is { IsForRules: true, Required: false }));
    }

    [Fact]
    public void 予約語の言語は計画を変えない() => Assert.True(Original == Plan(EnglishSpellingTests.ToEnglish(Sample)));

    [Theory]
    [InlineData("分母から除く", "配分残とする")]
    [InlineData("総額に合わせる", "")]
    [InlineData("1回, 対象 上限未満", "2回, 対象 過疎地域")]
    [InlineData("按分, 1回", "第1号被保険者数, 1回")]
    [InlineData("残余 報告", "残余 翌回へ繰越")]
    [InlineData("前年度額 30%", "前年度額 31%")]
    [InlineData("に比例 仮定", "× 2 に比例 仮定")]
    [InlineData("対象 得点 > 0点", "対象 得点 > 1点")]
    [InlineData("5万人", "6万人")]
    [InlineData("第1号被保険者数 高い順", "第1号被保険者数 低い順")]
    public void 意味の違いは計画を変える(string from, string to)
    {
        var edited = Sample.Replace("残余 配分へ 支援\n", "残余 報告\n", StringComparison.Ordinal);
        var changed = edited.Replace(from, to, StringComparison.Ordinal);
        if (from == "5万人")
        {
            changed = changed.Replace("区分 4 10万人未満", "区分 4 11万人未満", StringComparison.Ordinal);
        }

        Assert.NotEqual(edited, changed);
        Assert.False(Plan(edited) == Plan(changed));
    }

    [Fact]
    public void 評価体系のない対象の配分は自分の表に立つ()
    {
        var plan = Plan("""
            対象 事業所 { 鍵 番号  定員 : 人 }
            配分 令和7年度 事業所 補助 10千円 {
              入力 申請額 : 円
              枠 全体 10千円 { 按分 定員 上限 申請額 再配分 収束まで }
            }
            """);
        var rules = plan.Rules[plan.Allocations[0].Rules];
        Assert.Equal(-1, rules.Framework);
        Assert.Equal(["番号", "定員", "申請額"], rules.Columns.Select(c => c.Name));
        Assert.All(rules.Columns, c => Assert.True(c.Required));
    }

    private const string Head = "対象 市町村 { 鍵 団体コード  人口 : 人 }\n評価体系 令和7年度 市町村 { 指標 1 { 項目 ア 1点 } }\n";

    private static AllocationPlan Allocation(string clause) =>
        Assert.Single(Plan($"{Head}配分 令和7年度 市町村 一 1円 {{ {clause}\n 枠 全体 1円 {{ 按分 人口 }} }}\n").Allocations);

    private static ProgramPlan Plan(string text)
    {
        var compilation = Compilation.Create([SyntaxTree.Parse(SourceText.From(text, "a.kaigo"))]);
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Diagnostics.DiagnosticSeverity.Error));
        return Assert.IsType<ProgramPlan>(compilation.Plan);
    }
}
