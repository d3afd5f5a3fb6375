using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using LoweredKind = KaigoDsl.Compiler.Lowering.ColumnKind;
using LoweredType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>
/// A small plan and table for one ranking or one condition in a world between: the engine runs it like any other. What the expressions read of
/// other nodes stands in the table as columns, so that nothing else has to be evaluated.
/// </summary>
internal sealed class MixedPlan
{
    /// <summary>Indexes of the new program's frameworks begin here.</summary>
    private const int NewFrameworks = 1 << 20;

    private readonly Worlds _worlds;
    private readonly FactorSet _world;
    private readonly Side _rows;
    private readonly int _others;
    private readonly List<ColumnPlan> _plans = [];
    private readonly List<TableColumn> _columns = [];
    private readonly List<ConstantPlan> _constants = [];
    private readonly Dictionary<(Side, int, int), int> _known = [];

    /// <summary>Begins an empty plan.</summary>
    /// <param name="worlds">Both worlds.</param>
    /// <param name="world">The world between.</param>
    /// <param name="reader">The new framework's node whose rule it is for.</param>
    public MixedPlan(Worlds worlds, FactorSet world, int reader)
    {
        (_worlds, _world, _rows, _others) = (worlds, world, worlds.RowsIn(world), worlds.Book.OtherScores(reader));
        if (worlds.TableOf(_rows) is { Schema.KeyColumn: >= 0 and var key } table)
        {
            Add(LoweredKind.Key, LoweredType.Text, table.Columns[key]);
        }
    }

    private int Count => _worlds.TableOf(_rows).Count;

    /// <summary>An expression of one side, over this plan's columns and constants.</summary>
    public ExpressionPlan Rewrite(Side side, ExpressionPlan expression) => expression switch
    {
        ColumnExpression column => column with { Column = ColumnOf(side, column) },
        ConstantExpression constant => constant with { Constant = ConstantOf(side, constant.Constant) },
        ItemExpression item => new ColumnExpression(ItemOf(side, item.Item), ExpressionType.Truth),
        ScoreExpression score => new ColumnExpression(ScoreOf(side, score.Slot), ExpressionType.Quantity),
        AggregateExpression aggregate => aggregate with
        {
            Framework = side == Side.Old ? aggregate.Framework : NewFrameworks + aggregate.Framework,
            Value = RewriteConstants(side, aggregate.Value),
        },
        _ => Inside(expression, part => Rewrite(side, part)),
    };

    /// <summary>Whether a condition made of rewritten expressions holds, by row.</summary>
    public Truth[] Truths(ExpressionPlan condition)
    {
        var item = new ItemPlan(0, 0, 1, ConditionKind.Expression, -1, -1, -1, condition, EquatableArray<int>.Empty, PlanLocation.None);
        var evaluation = Run([item], [], new ItemStep(0));
        return [.. Enumerable.Range(0, Count).Select(row => evaluation.ItemTruth(0, row))];
    }

    /// <summary>Who is in a tier, by row.</summary>
    public Truth[] TierTruths(MixedRanking ranking)
    {
        var plan = new RankingPlan(
            0, 0, ranking.Value, ranking.Direction, ranking.Population, ranking.Ties, ranking.Rounding, Single(ranking.Tier with { Item = 0 }), string.Empty, PlanLocation.None);
        var evaluation = Run([], [plan], new RankStep(0));
        var result = evaluation.Ranking(0);
        var truths = new Truth[Count];
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = TierTruth.Of(result.Tiers[0].IsHit(row), result.Standing[row], evaluation.InPopulation(0, row));
        }

        return truths;
    }

    private static EquatableArray<T> Single<T>(T value)
        where T : IEquatable<T> => ImmutableArray.Create(value);

    /// <summary>An expression made of others, with each of these rewritten; any other as it is.</summary>
    public static ExpressionPlan Inside(ExpressionPlan expression, Func<ExpressionPlan, ExpressionPlan> rewrite) => expression switch
    {
        UnaryExpression unary => unary with { Operand = rewrite(unary.Operand) },
        BinaryExpression binary => binary with { Left = rewrite(binary.Left), Right = rewrite(binary.Right) },
        ConditionalExpression conditional => new ConditionalExpression(
            rewrite(conditional.Condition), rewrite(conditional.WhenTrue), rewrite(conditional.WhenFalse)),
        CallExpression call => call with { Arguments = call.Arguments.Select(rewrite).ToImmutableArray() },
        _ => expression,
    };

    /// <summary>What an aggregate takes from its members speaks of the constants of the framework that aggregates.</summary>
    private ExpressionPlan RewriteConstants(Side side, ExpressionPlan expression) => expression is ConstantExpression constant
        ? constant with { Constant = ConstantOf(side, constant.Constant) }
        : Inside(expression, part => RewriteConstants(side, part));

    private int ColumnOf(Side side, ColumnExpression expression)
    {
        if (!_known.TryGetValue((side, 0, expression.Column), out var index))
        {
            var type = _worlds.PlanOf(side).Columns[expression.Column].Type;
            index = Add(LoweredKind.Attribute, type, _worlds.ColumnIn(_world, side, expression.Column));
            _known.Add((side, 0, expression.Column), index);
        }

        return index;
    }

    private int ItemOf(Side side, int item)
    {
        if (!_known.TryGetValue((side, 1, item), out var index))
        {
            var (whose, found) = _worlds.ItemIn(_world, _others, side, item);
            var evaluation = _worlds.Of(whose);
            var truths = TruthColumn.FromValues([.. Enumerable.Range(0, evaluation.Table.Count).Select(row => evaluation.ItemTruth(found, row))]);
            index = Add(LoweredKind.Attribute, LoweredType.Truth, _worlds.InRows(truths, whose, _rows));
            _known.Add((side, 1, item), index);
        }

        return index;
    }

    private int ScoreOf(Side side, int slot)
    {
        if (!_known.TryGetValue((side, 2, slot), out var index))
        {
            var (whose, found) = _worlds.SlotIn(_world, _others, side, slot);
            var score = _worlds.Of(whose).Score(found);
            var points = QuantityColumn.FromValues([.. Enumerable.Range(0, score.Count).Select(score.Quantity)]);
            index = Add(LoweredKind.Attribute, LoweredType.Quantity, _worlds.InRows(points, whose, _rows));
            _known.Add((side, 2, slot), index);
        }

        return index;
    }

    private int ConstantOf(Side side, int constant)
    {
        if (!_known.TryGetValue((side, 3, constant), out var index))
        {
            index = _constants.Count;
            _constants.Add(_worlds.ConstantIn(_world, side, constant));
            _known.Add((side, 3, constant), index);
        }

        return index;
    }

    private int Add(LoweredKind kind, LoweredType type, TableColumn column)
    {
        var index = _plans.Count;
        _plans.Add(new ColumnPlan(
            index, kind, type, FormattableString.Invariant($"c{index}"), string.Empty, EquatableArray<string>.Empty, false, string.Empty, ExactNumber.One,
            EquatableArray<string>.Empty, string.Empty, 0, -1, null, EquatableArray<string>.Empty));
        _columns.Add(column);
        return index;
    }

    private Evaluation Run(ImmutableArray<ItemPlan> items, ImmutableArray<RankingPlan> rankings, StepPlan step)
    {
        var plan = new FrameworkPlan
        {
            Name = string.Empty,
            FiscalYear = 0,
            YearCode = string.Empty,
            Entity = string.Empty,
            EntityIdentifier = string.Empty,
            Title = null,
            Columns = _plans.ToImmutableArray(),
            Nodes = EquatableArray<NodePlan>.Empty,
            Items = items,
            Rankings = rankings,
            Constants = _constants.ToImmutableArray(),
            Steps = ImmutableArray.Create(step),
            SlotCount = 1,
            Location = PlanLocation.None,
        };
        var table = new EntityTable(PlanSchema.ToTableSchema(plan), Count, [.. _columns]);
        var members = new Dictionary<int, Evaluation>();
        foreach (var (index, evaluation) in _worlds.Options.OldMembers)
        {
            members.Add(index, evaluation);
        }

        foreach (var (index, evaluation) in _worlds.Options.NewMembers)
        {
            members.Add(NewFrameworks + index, evaluation);
        }

        return FrameworkEvaluator.Evaluate(plan, table, _worlds.Options.Overrides, members);
    }
}
