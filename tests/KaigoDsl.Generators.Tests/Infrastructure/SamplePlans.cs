using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Plans that together use every construct.</summary>
internal static class SamplePlans
{
    /// <summary>Two grants that share a group, as R7 does, with every kind of condition, unknown points, and names that C# dislikes.</summary>
    public static FrameworkPlan Rich()
    {
        var b = new PlanBuilder();
        var insured = b.Column(ColumnKind.Attribute, ColumnType.Quantity, "第1号被保険者数", required: true);
        var remote = b.Column(ColumnKind.Attribute, ColumnType.Truth, "過疎地域");
        var kind = b.Column(ColumnKind.Attribute, ColumnType.Enumeration, "区分", members: ["市", "町", "村"]);
        var year = b.Column(ColumnKind.Attribute, ColumnType.Year, "Count", "Count");
        var rate = b.Column(ColumnKind.Input, ColumnType.Quantity, "率", "class");
        var before = b.Column(ColumnKind.Input, ColumnType.Quantity, "前年");
        var limit = b.Constant("上位の割合", new ExactNumber(3, 10));

        // Pre-order: the grants, then the shared group.
        var grant = b.Node(0, NodeKind.Grant, "推進", title: "保険者機能強化推進交付金");
        var goal = b.Node(grant, NodeKind.Goal, "Ⅰ", title: "目標一");
        var system = b.Node(goal, NodeKind.Group, "体制");
        var first = b.Node(system, NodeKind.Indicator, "1", title: "特徴を把握しているか");
        var a = b.Answer(first, "ア", 4);
        b.Answer(first, "イ", 3, a);
        var c = b.Expression(first, "ウ", 2, And(Compare(BinaryOperator.Greater, Column(rate), Number(1, 2)), Column(remote, ExpressionType.Truth)));
        b.Expression(first, "エ", 1, Not(new ItemExpression(c)), withAnswer: false, prerequisites: a);
        var second = b.Node(system, NodeKind.Indicator, "2", cap: 5);
        b.Expression(second, "ア", 3, Compare(BinaryOperator.Equal, Column(kind, ExpressionType.Text), new TextExpression("市")));
        b.Expression(second, "イ", 3, Compare(BinaryOperator.NotEqual, Column(kind, ExpressionType.Text), new TextExpression("村")));
        b.Expression(second, "ウ", 1, If(Column(remote, ExpressionType.Truth), Compare(BinaryOperator.LessOrEqual, Column(insured), Number(3000)), new TruthExpression(true)));
        var activity = b.Node(goal, NodeKind.Group, "活動");
        var self = b.Node(activity, NodeKind.Indicator, "1", title: "今年度の評価得点");
        var selfRanking = b.Ranking(self, new ScoreExpression(b.Shadow(0, self)));
        b.Tier(self, "ア", 3, selfRanking, new ExactNumber(7, 10));
        var half = b.Tier(self, "イ", 3, selfRanking, new ExactNumber(1, 2), withAnswer: false);
        b.Answer(self, "ウ", 1, half);
        var sub = b.Node(activity, NodeKind.Indicator, "2");
        var subRanking = b.Ranking(
            sub,
            Divide(Column(rate), Minus(Column(before), Number(1))),
            RankDirection.LowestFirst,
            Compare(BinaryOperator.GreaterOrEqual, Column(insured), new ConstantExpression(limit)),
            TieRule.Exclude,
            CountRounding.Up);
        var top = b.Tier(sub, "ア", 2, subRanking, new ExactNumber(1, 2));
        b.Tier(sub, "イ", 2, subRanking, new ExactNumber(3, 10), TierSide.Bottom);
        b.Expression(sub, "ウ", 1, new BinaryExpression(BinaryOperator.Or, new ItemExpression(top), Column(remote, ExpressionType.Truth), ExpressionType.Truth));
        b.Node(goal, NodeKind.Group, "未確認", ScoreRule.Unconfirmed, identifier: "Title");
        var support = b.Node(0, NodeKind.Grant, "支援");
        var outcome = b.Node(support, NodeKind.Goal, "Ⅳ", ScoreRule.Reference, title: "可能な限り自立した日常生活を営む");
        b.Node(support, NodeKind.Group, "得点", ScoreRule.Input, fullMark: 60);
        var classic = b.Node(support, NodeKind.Goal, "推進", identifier: "支援");
        b.Expression(classic, "ア", 1, Compare(BinaryOperator.Less, Negate(Column(year)), Call(IntrinsicFunction.Minimum, Column(rate), Column(before), Number(0))));
        b.Expression(classic, "イ", 1, Compare(BinaryOperator.Greater, Call(IntrinsicFunction.Maximum, Times(Column(rate), new NumberExpression(new ExactNumber(System.Numerics.BigInteger.Pow(10, 30)))), Number(1)), Plus(Number(1), Number(1, 3))));

        b.Refer(outcome, Shared(b, rate, before));
        return b.Build();
    }

    private static int Shared(PlanBuilder b, int rate, int before)
    {
        var shared = b.Node(-1, NodeKind.Group, "成果指標", title: "成果指標群");
        var outcome = b.Node(shared, NodeKind.Indicator, "1", ScoreRule.Best, "短期的な変化率", cap: 9);
        var one = b.Node(outcome, NodeKind.Series, "ア");
        var oneRanking = b.Ranking(one, Column(rate), RankDirection.LowestFirst);
        b.Tier(one, "①", 5, oneRanking, new ExactNumber(7, 10));
        b.Tier(one, "②", 5, oneRanking, new ExactNumber(3, 10));
        var two = b.Node(outcome, NodeKind.Series, "イ");
        var twoRanking = b.Ranking(two, Column(before));
        b.Tier(two, "①", 5, twoRanking, new ExactNumber(7, 10));
        b.Tier(two, "②", 5, twoRanking, new ExactNumber(3, 10));
        var three = b.Node(outcome, NodeKind.Series, "ウ");
        b.Answer(three, "①", 5);
        return shared;
    }

    /// <summary>As small as a framework can be: what a person reads to know the shape of the code.</summary>
    public static FrameworkPlan Small()
    {
        var b = new PlanBuilder(title: "小さな評価指標");
        var projects = b.Column(ColumnKind.Input, ColumnType.Quantity, "PFS委託事業数");
        var grant = b.Node(0, NodeKind.Grant, "推進", title: "保険者機能強化推進交付金");
        var first = b.Node(grant, NodeKind.Indicator, "1", title: "特徴を把握しているか");
        b.Answer(first, "ア", 4);
        b.Answer(first, "イ", 4);
        var second = b.Node(grant, NodeKind.Indicator, "2", title: "成果連動型民間委託の事業数");
        var any = Compare(BinaryOperator.Greater, Column(projects), Number(0));
        var ranking = b.Ranking(second, Column(projects), population: any);
        b.Expression(second, "ア", 3, any);
        b.Tier(second, "イ", 3, ranking, new ExactNumber(1, 2));
        return b.Build();
    }

    public static ExpressionPlan Column(int column, ExpressionType type = ExpressionType.Quantity) => new ColumnExpression(column, type);

    public static ExpressionPlan Number(int numerator, int denominator = 1) => new NumberExpression(new ExactNumber(numerator, denominator));

    public static ExpressionPlan Compare(BinaryOperator comparison, ExpressionPlan left, ExpressionPlan right) => new BinaryExpression(comparison, left, right, ExpressionType.Truth);

    private static ExpressionPlan And(ExpressionPlan left, ExpressionPlan right) => new BinaryExpression(BinaryOperator.And, left, right, ExpressionType.Truth);

    private static ExpressionPlan Not(ExpressionPlan operand) => new UnaryExpression(UnaryOperator.Not, operand);

    private static ExpressionPlan Negate(ExpressionPlan operand) => new UnaryExpression(UnaryOperator.Negate, operand);

    private static ExpressionPlan Plus(ExpressionPlan left, ExpressionPlan right) => new BinaryExpression(BinaryOperator.Add, left, right, ExpressionType.Quantity);

    private static ExpressionPlan Minus(ExpressionPlan left, ExpressionPlan right) => new BinaryExpression(BinaryOperator.Subtract, left, right, ExpressionType.Quantity);

    private static ExpressionPlan Times(ExpressionPlan left, ExpressionPlan right) => new BinaryExpression(BinaryOperator.Multiply, left, right, ExpressionType.Quantity);

    private static ExpressionPlan Divide(ExpressionPlan left, ExpressionPlan right) => new BinaryExpression(BinaryOperator.Divide, left, right, ExpressionType.Quantity);

    private static ExpressionPlan If(ExpressionPlan condition, ExpressionPlan whenTrue, ExpressionPlan whenFalse) => new ConditionalExpression(condition, whenTrue, whenFalse);

    private static ExpressionPlan Call(IntrinsicFunction function, params ExpressionPlan[] arguments) => new CallExpression(function, new EquatableArray<ExpressionPlan>([.. arguments]));
}
