using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Impact.Attribution;

internal sealed partial class Worlds
{
    private readonly Dictionary<(bool IsItem, int Old, int New), bool> _moved = [];

    /// <summary>What an expression of one side reads that may differ between the worlds; its aggregates aside.</summary>
    public IEnumerable<int> FactorsRead(Side side, ExpressionPlan expression, int newNode)
    {
        foreach (var part in expression.SelfAndParts())
        {
            switch (part)
            {
                case ColumnExpression column:
                    yield return FactorOf(side, column.Column);
                    break;
                case ConstantExpression constant:
                    yield return FactorOfConstant(side, constant.Constant);
                    break;
                case AggregateExpression aggregate:
                    foreach (var constant in ConstantsIn(aggregate.Value))
                    {
                        yield return FactorOfConstant(side, constant.Constant);
                    }

                    break;
                case ItemExpression or ScoreExpression:
                    yield return HasMoved(side, part) ? Book.OtherScores(newNode) : -1;
                    break;
            }
        }
    }

    /// <summary>The factor that the members an expression aggregates have moved; -1 when it aggregates none.</summary>
    public int Members(ExpressionPlan? expression, int newNode) =>
        expression is not null && expression.SelfAndParts().Any(static part => part is AggregateExpression)
            ? Book.Members(newNode)
            : -1;

    /// <summary>Whose evaluation of an item a world reads, and its index there.</summary>
    /// <param name="world">The world.</param>
    /// <param name="others">The factor that what the reader reads elsewhere has moved.</param>
    /// <param name="side">The side of the expression that reads.</param>
    /// <param name="item">The item, of that side.</param>
    public (Side Side, int Item) ItemIn(FactorSet world, int others, Side side, int item) =>
        world.SideOf(others) != side && CounterpartOfItem(side, item) is >= 0 and var other ? (Opposite(side), other) : (side, item);

    /// <summary>Whose evaluation of a score slot a world reads, and its index there.</summary>
    /// <param name="world">The world.</param>
    /// <param name="others">The factor that what the reader reads elsewhere has moved.</param>
    /// <param name="side">The side of the expression that reads.</param>
    /// <param name="slot">The slot, of that side.</param>
    public (Side Side, int Slot) SlotIn(FactorSet world, int others, Side side, int slot) =>
        world.SideOf(others) != side && CounterpartOfSlot(side, slot) is >= 0 and var other ? (Opposite(side), other) : (side, slot);

    /// <summary>A constant as a world has it.</summary>
    public ConstantPlan ConstantIn(FactorSet world, Side side, int constant)
    {
        var factor = FactorOfConstant(side, constant);
        return factor >= 0 && world.SideOf(factor) != side ? PlanOf(Opposite(side)).Constants[CounterpartOfConstant(side, constant)] : PlanOf(side).Constants[constant];
    }

    private static IEnumerable<ConstantExpression> ConstantsIn(ExpressionPlan expression) => expression.SelfAndParts().OfType<ConstantExpression>();

    /// <summary>The factor that decides the value of a constant; -1 when it is the same before and after.</summary>
    public int FactorOfConstant(Side side, int constant)
    {
        var other = CounterpartOfConstant(side, constant);
        var plan = PlanOf(side).Constants[constant];
        return other < 0 || Options.Overrides.ValueOf(plan).Equals(Options.Overrides.ValueOf(PlanOf(Opposite(side)).Constants[other]))
            ? -1
            : Book.Constant(plan.Name);
    }

    private int CounterpartOfConstant(Side side, int constant)
    {
        var (name, others) = (PlanOf(side).Constants[constant].Name, PlanOf(Opposite(side)).Constants);
        for (var i = 0; i < others.Length; i++)
        {
            if (string.Equals(others[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private int CounterpartOfNode(Side side, int node) => side == Side.Old ? Pair.NewOf(node) : Pair.OldOf(node);

    /// <summary>The same item of the other framework; -1 when there is none, or it is left out.</summary>
    public int CounterpartOfItem(Side side, int item)
    {
        var node = CounterpartOfNode(side, PlanOf(side).Items[item].Node);
        return node < 0 || IsExcluded(Opposite(side), node) ? -1 : PlanOf(Opposite(side)).Nodes[node].Item;
    }

    /// <summary>The same score slot of the other framework; -1 when there is none, or it is left out.</summary>
    public int CounterpartOfSlot(Side side, int slot)
    {
        var (own, other) = (PlanOf(side), PlanOf(Opposite(side)));
        if (slot < own.Nodes.Length)
        {
            var node = CounterpartOfNode(side, slot);
            return node >= 0 && IsExcluded(Opposite(side), node) ? -1 : node;
        }

        var shadow = own.Shadows[slot - own.Nodes.Length];
        var (of, without) = (CounterpartOfNode(side, shadow.Node), CounterpartOfNode(side, shadow.Without));
        for (var i = 0; i < other.Shadows.Length; i++)
        {
            if (other.Shadows[i].Node == of && other.Shadows[i].Without == without)
            {
                return other.Nodes.Length + i;
            }
        }

        return -1;
    }

    /// <summary>Whether an item or a score that is there before and after differs between the worlds.</summary>
    private bool HasMoved(Side side, ExpressionPlan part)
    {
        var (isItem, own, other) = part switch
        {
            ItemExpression item => (true, item.Item, CounterpartOfItem(side, item.Item)),
            ScoreExpression score => (false, score.Slot, CounterpartOfSlot(side, score.Slot)),
            _ => (false, -1, -1),
        };
        if (other < 0)
        {
            return false;
        }

        var (old, current) = side == Side.Old ? (own, other) : (other, own);
        if (!_moved.TryGetValue((isItem, old, current), out var moved))
        {
            moved = !Rows.AreSame || Enumerable.Range(0, Rows.Count).Any(i => isItem
                ? Old.ItemTruth(old, Rows.Old[i]) != New.ItemTruth(current, Rows.New[i])
                : Old.Score(old)[Rows.Old[i]] != New.Score(current)[Rows.New[i]]);
            _moved.Add((isItem, old, current), moved);
        }

        return moved;
    }
}
