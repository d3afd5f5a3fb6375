using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>
/// Expressions of a plan as forms whose variables bear names, so that those of two plans can be held against each other. Constants count with their
/// default values.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="plan">The framework whose columns, items and slots are meant.</param>
/// <param name="constants">The framework whose constants are meant.</param>
internal sealed class FormBuilder(ProgramPlan program, FrameworkPlan plan, FrameworkPlan constants)
{
    private const int LargestFraction = 200;
    private const int MostBranches = 64;

    /// <summary>Whether something outgrew what is looked into; then nothing is said about it.</summary>
    public bool IsTooLarge { get; private set; }

    public TruthForm Truth(ExpressionPlan expression) => expression switch
    {
        TruthExpression truth => new TruthForm.TruthLeaf(truth.Value),
        ItemExpression item => new TruthForm.Variable($"項目 {plan.Nodes[plan.Items[item.Item].Node].Path}"),
        ColumnExpression column => new TruthForm.Variable($"列 {plan.Columns[column.Column].Name}"),
        UnaryExpression unary => new TruthForm.Not(Truth(unary.Operand)),
        BinaryExpression { Operator: BinaryOperator.And } both => new TruthForm.Both(Truth(both.Left), Truth(both.Right)),
        BinaryExpression { Operator: BinaryOperator.Or } either =>
            new TruthForm.Not(new TruthForm.Both(new TruthForm.Not(Truth(either.Left)), new TruthForm.Not(Truth(either.Right)))),
        BinaryExpression { Left.Type: ExpressionType.Text } texts => CompareTexts(texts),
        BinaryExpression comparison => Compare(Quantity(comparison.Left), Quantity(comparison.Right), comparison.Operator),
        ConditionalExpression choice => new TruthForm.Choice(Truth(choice.Condition), Truth(choice.WhenTrue), Truth(choice.WhenFalse)),
        _ => NotLookedInto(expression),
    };

    public QuantityForm Quantity(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => Leaf(Quotient.Of(number.Value)),
        ConstantExpression constant => Leaf(Quotient.Of(constants.Constants[constant.Constant].Value)),
        ColumnExpression column => Leaf(Quotient.Of($"列 {plan.Columns[column.Column].Name}")),
        ScoreExpression score => Leaf(Quotient.Of(NameOf(score.Slot))),
        UnaryExpression unary => Combine(Leaf(Quotient.Of(ExactNumber.Zero)), Quantity(unary.Operand), static (a, b) => a.Plus(b, isMinus: true)),
        BinaryExpression binary => Combine(Quantity(binary.Left), Quantity(binary.Right), (a, b) => binary.Operator switch
        {
            BinaryOperator.Add => a.Plus(b, isMinus: false),
            BinaryOperator.Subtract => a.Plus(b, isMinus: true),
            BinaryOperator.Multiply => a.Times(b),
            _ => a.By(b),
        }),
        ConditionalExpression choice => new QuantityForm.Branch(Truth(choice.Condition), Quantity(choice.WhenTrue), Quantity(choice.WhenFalse)),
        CallExpression { Function: IntrinsicFunction.Minimum or IntrinsicFunction.Maximum } call => call.Arguments.Skip(1).Aggregate(
            Quantity(call.Arguments[0]), (best, argument) => Better(best, Quantity(argument), call.Function)),
        AggregateExpression aggregate => Leaf(Quotient.Of(NameOf(aggregate))),
        CallExpression call => Leaf(Quotient.Of($"{call.Function}({string.Join(";", call.Arguments.Select(a => Quantity(a).ToString()))})")),
        _ => Unreadable(),
    };

    private QuantityForm Better(QuantityForm left, QuantityForm right, IntrinsicFunction function)
    {
        if (CountLeaves(left) * CountLeaves(right) > MostBranches)
        {
            return Unreadable();
        }

        // The comparison is unknown, and so the choice missing, where either side is missing.
        return new QuantityForm.Branch(
            Compare(left, right, function == IntrinsicFunction.Minimum ? BinaryOperator.LessOrEqual : BinaryOperator.GreaterOrEqual), left, right);
    }

    private QuantityForm.Leaf Unreadable()
    {
        IsTooLarge = true;
        return new QuantityForm.Leaf(null);
    }

    private TruthForm.Variable NotLookedInto(ExpressionPlan expression)
    {
        IsTooLarge = true;
        return new TruthForm.Variable(expression.GetType().Name);
    }

    private static QuantityForm.Leaf Leaf(Quotient value) => new(value);

    private TruthForm Compare(QuantityForm left, QuantityForm right, BinaryOperator operation) =>
        Decide(Combine(left, right, static (a, b) => a.Plus(b, isMinus: true)), operation);

    private static TruthForm Decide(QuantityForm difference, BinaryOperator operation) => difference switch
    {
        QuantityForm.Branch branch => new TruthForm.Choice(branch.Condition, Decide(branch.WhenTrue, operation), Decide(branch.WhenFalse, operation)),
        QuantityForm.Leaf { Value: { } value } => new TruthForm.Comparison(value, operation),
        _ => TruthForm.Unknown,
    };

    private TruthForm CompareTexts(BinaryExpression comparison)
    {
        TruthForm equal = (comparison.Left, comparison.Right) switch
        {
            (TextExpression a, TextExpression b) => new TruthForm.TruthLeaf(string.Equals(a.Value, b.Value, StringComparison.Ordinal)),
            (ColumnExpression column, TextExpression text) => new TruthForm.TextIs(plan.Columns[column.Column].Name, text.Value),
            (TextExpression text, ColumnExpression column) => new TruthForm.TextIs(plan.Columns[column.Column].Name, text.Value),
            (ColumnExpression a, ColumnExpression b) => new TruthForm.Variable(
                "同じ " + string.Join("=", new[] { plan.Columns[a.Column].Name, plan.Columns[b.Column].Name }.Order(StringComparer.Ordinal))),
            _ => NotLookedInto(comparison),
        };
        return comparison.Operator == BinaryOperator.Equal ? equal : new TruthForm.Not(equal);
    }

    private QuantityForm Combine(QuantityForm left, QuantityForm right, Func<Quotient, Quotient, Quotient?> operation)
    {
        if (CountLeaves(left) * CountLeaves(right) > MostBranches)
        {
            return Unreadable();
        }

        switch (left, right)
        {
            case (QuantityForm.Branch branch, _):
                return branch with { WhenTrue = Combine(branch.WhenTrue, right, operation), WhenFalse = Combine(branch.WhenFalse, right, operation) };
            case (_, QuantityForm.Branch branch):
                return branch with { WhenTrue = Combine(left, branch.WhenTrue, operation), WhenFalse = Combine(left, branch.WhenFalse, operation) };
            case (QuantityForm.Leaf { Value: { } a }, QuantityForm.Leaf { Value: { } b }):
                var result = operation(a, b);
                return result is { Size: > LargestFraction } ? Unreadable() : new QuantityForm.Leaf(result);
            default:
                return new QuantityForm.Leaf(null);
        }
    }

    private static int CountLeaves(QuantityForm form) =>
        form is QuantityForm.Branch branch ? CountLeaves(branch.WhenTrue) + CountLeaves(branch.WhenFalse) : 1;

    private string NameOf(int slot)
    {
        var shadow = slot - plan.Nodes.Length;
        return shadow < 0
            ? $"得点 {plan.Nodes[slot].Path}"
            : $"得点 {plan.Nodes[plan.Shadows[shadow].Node].Path} 除く {plan.Nodes[plan.Shadows[shadow].Without].Path}";
    }

    /// <summary>An aggregate by what is aggregated, written out; the members' own framework is compared on its own.</summary>
    private string NameOf(AggregateExpression aggregate)
    {
        var members = program.Frameworks[aggregate.Framework];
        var inner = new FormBuilder(program, members, constants);
        var value = aggregate.Value.Type == ExpressionType.Truth ? inner.Truth(aggregate.Value).ToString() : inner.Quantity(aggregate.Value).ToString();
        IsTooLarge |= inner.IsTooLarge;
        return $"{aggregate.Function} {members.Entity} {members.FiscalYear} {members.Columns[aggregate.LinkColumn].Name} {value}";
    }
}
