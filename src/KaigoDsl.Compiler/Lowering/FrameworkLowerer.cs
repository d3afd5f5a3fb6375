using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One framework's symbols → its plan.</summary>
internal sealed class FrameworkLowerer(FrameworkLayout layout, LayoutSet layouts)
{
    public FrameworkPlan Lower()
    {
        var scheduler = layout.Order ?? throw new InvalidOperationException("A framework that cannot be ordered must not be lowered.");
        var expressions = new ExpressionLowerer(layout, layouts, scheduler.SlotOf);
        var framework = layout.Framework;
        var items = layout.Items.Select(i => LowerItem(i, expressions)).ToImmutableArray();
        var rankings = layout.Rankings.Select(r => LowerRanking(r, expressions)).ToImmutableArray();
        return new FrameworkPlan
        {
            Name = FiscalYearLiteral.ToEraText(framework.FiscalYear) + " " + framework.EntityLabel,
            FiscalYear = framework.FiscalYear,
            YearCode = FiscalYearLiteral.ToCode(framework.FiscalYear),
            Entity = framework.EntityLabel,
            EntityIdentifier = Identifiers.FromEntity(framework.EntityLabel),
            Title = framework.Root.Title,
            Columns = layout.Columns,
            Nodes = LowerNodes(),
            Items = items,
            Rankings = rankings,
            Constants = layout.Constants.Select(LowerConstant).ToImmutableArray(),
            Steps = scheduler.Steps,
            SlotCount = scheduler.SlotCount,
            Shadows = scheduler.Shadows,
            Location = Lowerer.Locate(framework.Location),
        };
    }

    private ImmutableArray<NodePlan> LowerNodes()
    {
        var unknown = FindUnknown();
        return [.. layout.Nodes.Select(node => new NodePlan(
            layout.NodeOf(node),
            node.Parent is null ? -1 : layout.NodeOf(node.Parent),
            node.Kind,
            node.Label,
            node.Path,
            node.Kind == NodeKind.Framework ? "得点" : Identifiers.FromNode(node.Kind, node.Label),
            node.Title,
            node.Rule,
            node.FullMark,
            node.Cap,
            IndexesOf(node.Children),
            node.Reference is null ? -1 : layout.NodeOf(node.Reference),
            IndexesOf(node.Terms),
            layout.ItemOf(node),
            layout.RankingOf(node.Ranking),
            node.Kind == NodeKind.Item ? -1 : layout.ColumnOf(node),
            unknown.Contains(node),
            InForce(node, static n => n.Period),
            InForce(node, static n => n.Source),
            node.Assumptions.ToImmutableArray(),
            node.Lineage.ToImmutableArray(),
            node.Documentation,
            Lowerer.Locate(node.Location)))];
    }

    private ImmutableArray<int> IndexesOf(List<NodeSymbol> nodes)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        var indexes = ImmutableArray.CreateBuilder<int>(nodes.Count);
        foreach (var node in nodes)
        {
            indexes.Add(layout.NodeOf(node));
        }

        return indexes.MoveToImmutable();
    }

    private static string? InForce(NodeSymbol node, Func<NodeSymbol, string?> note)
    {
        for (NodeSymbol? at = node; at is not null; at = at.Parent)
        {
            if (note(at) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    // Shared groups come last but may be read first, so a node is settled by walking down, with a memo.
    private HashSet<NodeSymbol> FindUnknown()
    {
        var unknown = new HashSet<NodeSymbol>();
        bool Visit(NodeSymbol node)
        {
            var below = node.Children.Aggregate(false, (any, child) => Visit(child) || any);
            var result = node.Rule switch
            {
                ScoreRule.Input or ScoreRule.Unconfirmed => true,
                ScoreRule.Reference => node.Reference is { } shared && (unknown.Contains(shared) || Visit(shared)),
                ScoreRule.Total => node.Terms.Aggregate(false, (any, term) => unknown.Contains(term) || Visit(term) || any),
                _ => below,
            };
            if (result)
            {
                unknown.Add(node);
            }

            return result;
        }

        foreach (var root in layout.Framework.Roots)
        {
            Visit(root);
        }

        return unknown;
    }

    private ItemPlan LowerItem(NodeSymbol item, ExpressionLowerer expressions)
    {
        var tier = item.Condition as BoundTierCondition;
        var expression = (item.Condition as BoundExpressionCondition)?.Expression;
        return new ItemPlan(
            layout.ItemOf(item),
            layout.NodeOf(item),
            item.FullMark ?? 0,
            tier is not null ? ConditionKind.Tier : expression is not null ? ConditionKind.Expression : ConditionKind.Answer,
            layout.ColumnOf(item),
            layout.RankingOf(tier?.Ranking),
            tier?.Ranking.TierItems.IndexOf(item) ?? -1,
            expression is null ? null : expressions.Lower(expression),
            item.Prerequisites.Select(layout.ItemOf).ToImmutableArray(),
            Lowerer.Locate(item.Condition?.Location ?? item.Location));
    }

    private RankingPlan LowerRanking(RankingSymbol ranking, ExpressionLowerer expressions) => new(
        layout.RankingOf(ranking),
        layout.NodeOf(ranking.Node),
        expressions.Lower(ranking.Value),
        ranking.Direction,
        ranking.Population is null ? null : expressions.Lower(ranking.Population),
        ranking.Ties,
        ranking.Rounding,
        ranking.TierItems
            .Select(i => i.Condition is BoundTierCondition tier ? new TierPlan(layout.ItemOf(i), tier.Side, tier.Share) : null)
            .OfType<TierPlan>()
            .ToImmutableArray(),
        ranking.Text,
        Lowerer.Locate(ranking.Location));

    /// <summary>Plans a constant.</summary>
    public static ConstantPlan LowerConstant(ConstantSymbol constant) => new(
        constant.Label, Identifiers.FromLabel(constant.Label, "定数"), constant.Value, constant.Unit, constant.Assumptions.ToImmutableArray())
    {
        Location = Lowerer.Locate(constant.Location),
    };
}
