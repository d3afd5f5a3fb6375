using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Collects what an evaluation knows about one row.</summary>
internal sealed class ExplanationBuilder(Evaluation evaluation, int row)
{
    private readonly FrameworkPlan _plan = evaluation.Plan;
    private readonly InputReader _inputs = new(evaluation, row);
    private readonly ExpressionPrinter _japanese = new(evaluation, MessageLanguage.Japanese);
    private readonly ExpressionPrinter _english = new(evaluation, MessageLanguage.English);

    public Explanation Build(NodePlan node) => Build(node, node.Path);

    private Explanation Build(NodePlan node, string path)
    {
        var item = node.Item < 0 ? null : Item(_plan.Items[node.Item], node);
        var ranking = node.Ranking >= 0 ? node.Ranking : node.Item >= 0 ? _plan.Items[node.Item].Ranking : -1;
        var chosen = evaluation.ChosenSeries(node.Index, row);
        return new Explanation
        {
            Node = node,
            Path = path,
            Title = node.Title ?? (node.Reference < 0 ? null : _plan.Nodes[node.Reference].Title),
            Points = evaluation.Score(node.Index)[row],
            FullMark = node.FullMark,
            IsBooked = evaluation.IsBooked(node.Index, row),
            ChosenSeries = chosen < 0 ? null : _plan.Nodes[chosen].Label,
            Item = item,
            Ranking = ranking < 0 ? null : Ranking(_plan.Rankings[ranking]),
            Period = node.Period,
            Source = node.Source,
            Assumptions = [.. PlanReferences.AssumptionsOf(_plan, node).Distinct(StringComparer.Ordinal)],
            InheritedAssumptions =
            [
                .. PlanTree.SelfAndAncestors(_plan, node.Index).Skip(1).Reverse()
                    .SelectMany(static ancestor => ancestor.Assumptions).Distinct(StringComparer.Ordinal),
            ],
            Children =
            [
                .. PlanTree.ChildrenOf(_plan, node)
                    .Select(child => _plan.Nodes[child])
                    .Select(child => Build(child, path.Length == 0 ? child.Label : $"{path}.{child.Label}")),
                .. node.Terms.Select(term => Build(_plan.Nodes[term], _plan.Nodes[term].Path)),
            ],
        };
    }

    private ItemExplanation Item(ItemPlan plan, NodePlan node)
    {
        var met = evaluation.ItemTruth(plan.Index, row);
        Answer? reported = plan.AnswerColumn < 0 ? null : evaluation.Table.Answers(plan.AnswerColumn)[row];
        return new ItemExplanation(
            plan,
            Condition(plan),
            met,
            Reason(plan, node, met, reported),
            reported,
            evaluation.IsOverridden(plan.Index, row),
            plan.Condition == ConditionKind.Tier ? Tier(plan) : null,
            plan.Expression is null ? [] : _inputs.Read(plan.Expression),
            [.. plan.Prerequisites.Select(other => new PrerequisiteExplanation(
                _plan.Nodes[_plan.Items[other].Node].Path,
                evaluation.ItemTruth(other, row)))]);
    }

    private LocalizedText Condition(ItemPlan plan)
    {
        switch (plan.Condition)
        {
            case ConditionKind.Answer:
                return new LocalizedText("回答", "answer");
            case ConditionKind.Tier:
                var tier = _plan.Rankings[plan.Ranking].Tiers[plan.Tier];
                return TierText.Of(tier);
            default:
                return plan.Expression is null ? new LocalizedText(string.Empty, string.Empty) : Text(plan.Expression);
        }
    }

    private LocalizedText Text(ExpressionPlan expression) => new(_japanese.Print(expression), _english.Print(expression));

    private ReasonCode Reason(ItemPlan plan, NodePlan node, Truth met, Answer? reported)
    {
        if (met == Truth.True)
        {
            return evaluation.IsBooked(node.Index, row) ? ReasonCode.Met : ReasonCode.OtherSeriesBooked;
        }

        if ((evaluation.State.OwnConditions[plan.Index] is { } own ? own[row] : met) == Truth.True)
        {
            return ReasonCode.PrerequisiteNotMet;
        }

        return reported switch
        {
            Answer.NotMet => ReasonCode.NotMet,
            Answer.NotImplemented => ReasonCode.NotImplemented,
            _ => plan.Condition switch
            {
                ConditionKind.Answer => ReasonCode.NotReported,
                ConditionKind.Tier => TierReason(plan),
                _ => (evaluation.State.OwnConditions[plan.Index] ?? evaluation.State.ItemTruth(plan.Index))[row] == Truth.Unknown
                    ? ReasonCode.MissingValue
                    : ReasonCode.ConditionFalse,
            },
        };
    }

    private ReasonCode TierReason(ItemPlan plan) =>
        evaluation.Ranking(plan.Ranking).Standing[row] != 0 ? ReasonCode.OutsideTier
        : evaluation.InPopulation(plan.Ranking, row) == Truth.False ? ReasonCode.OutsidePopulation
        : ReasonCode.MissingValue;

    private TierExplanation Tier(ItemPlan plan)
    {
        var tier = _plan.Rankings[plan.Ranking].Tiers[plan.Tier];
        var result = evaluation.Ranking(plan.Ranking).Tiers[plan.Tier];
        return new TierExplanation(tier.Side, tier.Share.ToRational(), result.K, result.CutOff, result.HitCount);
    }

    private RankingExplanation Ranking(RankingPlan plan)
    {
        var result = evaluation.Ranking(plan.Index);
        return new RankingExplanation(
            plan,
            evaluation.MeasureValues(plan.Index)[row],
            plan.Population is null ? null : Text(plan.Population),
            evaluation.InPopulation(plan.Index, row),
            result.N,
            result.Standing[row],
            plan.Population is null ? _inputs.Read(plan.Value) : _inputs.Read(plan.Value, plan.Population));
    }
}
