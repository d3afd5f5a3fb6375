using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;
using static KaigoDsl.Engine.Tests.Expressions;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;
using RankDirection = KaigoDsl.Compiler.Lowering.RankDirection;

namespace KaigoDsl.Engine.Tests.Allocating;

/// <summary>A small framework (得点 entered), its table and plans of allocations over it, as the compiler would lower them.</summary>
internal static class AllocationSetting
{
    private static readonly ImmutableArray<string> s_columns = ["人数", "必要額", "前年度額", "最低額", "順番"];

    public static FrameworkPlan Framework { get; } = PlanBuilder.Build(p =>
    {
        foreach (var column in s_columns)
        {
            p.Input(column, column is "人数" ? "人" : "円");
        }

        p.Column("過疎", ColumnType.Truth);
        p.Column("拡充", ColumnType.Truth);
        p.PointsNode(NodeKind.Grant, "推進", 400);
    });

    public static ExpressionPlan Score { get; } = new ScoreExpression(1);

    public static ExpressionPlan Insured { get; } = Column("人数");

    public static ExpressionPlan ScoreTimesInsured { get; } = Binary(Score, "×", Insured);

    public static ExpressionPlan Rural { get; } = Truth("過疎");

    public static RulesPlan Rules { get; } = new()
    {
        Entity = "市町村",
        EntityIdentifier = "Municipality",
        Framework = 0,
        Columns = Framework.Columns,
        Constants = Framework.Constants,
        Formulas = EquatableArray<FormulaPlan>.Empty,
        Standings = EquatableArray<StandingPlan>.Empty,
        Decisions = ImmutableArray.Create(new DecisionPlan(
            0,
            "要件",
            "Gate",
            null,
            ImmutableArray.Create(
                new ClausePlan("1", "C1", "拡充した場合", true, Truth("拡充"), "拡充", EquatableArray<string>.Empty, PlanLocation.None),
                new ClausePlan(string.Empty, "C2", null, false, null, string.Empty, EquatableArray<string>.Empty, PlanLocation.None)),
            EquatableArray<int>.Empty,
            null,
            EquatableArray<string>.Empty,
            null,
            PlanLocation.None)),
        StepTables = EquatableArray<StepTablePlan>.Empty,
        Steps = ImmutableArray.Create<RuleStepPlan>(new DecisionStep(0)),
        Location = PlanLocation.None,
    };

    public static AllocationRounding Thousand { get; } = Rounding(RoundingTarget.Amount, "1000");

    public static ExpressionPlan Column(string name) => new ColumnExpression(Index(name), ExpressionType.Quantity);

    public static ExpressionPlan Truth(string name) => new ColumnExpression(Index(name), ExpressionType.Truth);

    public static AllocationRounding Rounding(RoundingTarget target, string unit, RoundingDirection direction = RoundingDirection.Down) =>
        new(target, PlanBuilder.Exact(unit), direction);

    public static GatePlan Gate(GateEffect effect) => new(0, effect, PlanLocation.None);

    public static ResiduePlan Residue(ResidueKind kind, ExpressionPlan? key = null, int allocation = -1, int pool = -1, params string[] recipients) =>
        new(kind, key, RankDirection.HighestFirst, recipients.ToImmutableArray(), allocation, pool, PlanLocation.None);

    public static RedistributionPlan Again(int? rounds = null, ExpressionPlan? weight = null, ExpressionPlan? members = null) =>
        new(weight, rounds, members, PlanLocation.None);

    public static PoolPlan Pool(string label, string budget, ExpressionPlan? weight, PoolRule rule = PoolRule.Proportional) => new()
    {
        Label = label,
        Identifier = label,
        Title = label + "枠",
        Budget = Number(budget),
        Rule = rule,
        Weight = weight,
        Conditions = EquatableArray<AllocationCondition>.Empty,
        Classes = null,
        Members = null,
        Cap = null,
        Floor = null,
        Redistribution = null,
        Roundings = ImmutableArray.Create(Thousand),
        Residue = null,
        Source = null,
        Assumptions = EquatableArray<string>.Empty,
        WeightText = "推進.得点 × 人数",
        Location = PlanLocation.None,
    };

    public static PoolPlan Equal(string label, string budget, params ExpressionPlan[] conditions) => Pool(label, budget, null, PoolRule.Equal) with
    {
        Conditions = conditions.Select((condition, i) => new AllocationCondition(
            $"{i + 1}", $"C{i}", null, condition, "条件", EquatableArray<string>.Empty, PlanLocation.None)).ToImmutableArray(),
    };

    public static SizeClassesPlan Classes(ExpressionPlan? budgetMeasure, params string?[] budgets) => new(
        Insured,
        ImmutableArray.Create("3000", "50000", null).Select((below, i) => new SizeClassPlan(
            $"{i + 1}", $"C{i}", null, below is null ? null : PlanBuilder.Exact(below), budgets.Length == 0 ? null : Number(budgets[i] ?? "0"))).ToImmutableArray(),
        budgetMeasure,
        "人数",
        EquatableArray<string>.Empty,
        PlanLocation.None);

    public static AllocationPlan Plan(string budget, params PoolPlan[] pools) => new()
    {
        Index = 0,
        Label = "推進",
        Name = "令和7年度 市町村 推進",
        Identifier = "Suishin",
        Title = null,
        FiscalYear = 2025,
        YearCode = "R7",
        Rules = 0,
        Budget = Number(budget),
        Gates = EquatableArray<GatePlan>.Empty,
        Pools = pools.ToImmutableArray(),
        Transition = null,
        Roundings = ImmutableArray.Create(Thousand),
        Cap = null,
        Floor = null,
        Redistribution = null,
        Residue = ResiduePlan.Report,
        Columns = Enumerable.Range(1, Framework.Columns.Length - 2).ToImmutableArray(),
        Source = null,
        Assumptions = EquatableArray<string>.Empty,
        Documentation = null,
        Location = PlanLocation.None,
    };

    /// <summary>Rows as <c>code|人数|必要額|前年度額|最低額|順番|過疎|拡充|推進</c>.</summary>
    public static EntityTable Table(params string[] rows) =>
        TestTable.Create(Framework, "団体コード|人数|必要額|前年度額|最低額|順番|過疎|拡充|推進", rows);

    public static RulesEvaluation Evaluate(EntityTable table) => RulesEvaluator.Evaluate(Program, Rules, table, FrameworkEvaluator.Evaluate(Framework, table));

    private static ProgramPlan Program { get; } = new(ImmutableArray.Create(Framework), ImmutableArray<PublishedPlan>.Empty, ImmutableArray<TestPlan>.Empty)
    {
        Rules = ImmutableArray.Create(Rules),
    };

    public static AllocationResult Allocate(AllocationPlan plan, params string[] rows) => AllocationEvaluator.Evaluate(plan, Evaluate(Table(rows)));

    /// <summary>The payments in yen, after making sure that it closes and that its certificate holds.</summary>
    public static long[] Paid(AllocationResult result)
    {
        Assert.True(result.IsDone, string.Join("; ", result.Problems));
        AssertCloses(result);
        return [.. result.Payments.Select(p => (long)p.Numerator)];
    }

    public static void AssertCloses(AllocationResult result)
    {
        Assert.NotNull(result.Certificate);
        Assert.True(result.Verification is { Holds: true }, string.Join("\n", result.Verification?.Faults ?? []) + result.CertificateJson);
        var paid = result.Payments.Aggregate(Rational.Zero, static (a, b) => a + b);
        Assert.Equal(result.Certificate.Paid, paid);
        Assert.Equal(result.Certificate.Budget, paid + result.Certificate.Residue);
    }

    private static int Index(string name) => Framework.Columns.Single(c => c.Name == name).Index;
}
