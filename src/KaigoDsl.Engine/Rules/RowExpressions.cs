using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Evaluates the expressions of rules and allocations for one row at a time, over what the rules before them have computed.</summary>
internal sealed class RowExpressions(RulesEvaluation rules)
{
    // What a framework computes comes by the column.
    private readonly Dictionary<ExpressionPlan, Vector<Rational>> _quantities = [];
    private readonly Dictionary<ItemExpression, Vector<Truth>> _items = [];
    private ExpressionEvaluator? _framework;

    public Rational Quantity(ExpressionPlan expression, int row) => expression switch
    {
        NumberExpression number => number.Value.ToRational(),
        ConstantExpression constant => rules.Constant(constant.Constant),
        ColumnExpression column => rules.Table.Quantities(column.Column)[row],
        ScoreExpression or AggregateExpression => OfFramework(expression)[row],
        UnaryExpression { Operator: UnaryOperator.Negate } negation => -Quantity(negation.Operand, row),
        BinaryExpression binary => Arithmetic(binary, row),
        ConditionalExpression choice => Truth(choice.Condition, row) switch
        {
            Runtime.Truth.True => Quantity(choice.WhenTrue, row),
            Runtime.Truth.False => Quantity(choice.WhenFalse, row),
            _ => Rational.Missing,
        },
        CallExpression call => Call(call, row),
        FormulaExpression formula => rules.Quantity(formula.Formula, row),
        StandingExpression { FromWorst: false } standing => rules.Standing(standing.Standing)[row],
        StandingExpression standing => rules.Standing(standing.Standing).FromWorst(row),
        RankedCountExpression count => rules.Standing(count.Standing).RankedCount,
        StepLookupExpression lookup => rules.Steps(lookup.Table)[Quantity(lookup.Argument, row)],
        _ => throw NotOfType(expression),
    };

    public Truth Truth(ExpressionPlan expression, int row) => expression switch
    {
        TruthExpression truth => Kleene.From(truth.Value),
        ColumnExpression column => rules.Table.Truths(column.Column)[row],
        ItemExpression item => Item(item)[row],
        UnaryExpression { Operator: UnaryOperator.Not } negation => Kleene.Not(Truth(negation.Operand, row)),
        BinaryExpression binary => Condition(binary, row),
        ConditionalExpression choice => Truth(choice.Condition, row) switch
        {
            Runtime.Truth.True => Truth(choice.WhenTrue, row),
            Runtime.Truth.False => Truth(choice.WhenFalse, row),
            _ => Runtime.Truth.Unknown,
        },
        FormulaExpression formula => rules.Truth(formula.Formula, row),
        DecisionExpression decision => rules.IsMet(decision.Decision, row),
        _ => throw NotOfType(expression),
    };

    public string? Text(ExpressionPlan expression, int row) => expression switch
    {
        TextExpression text => text.Value,
        ColumnExpression column => rules.Table.Texts(column.Column)[row],
        ConditionalExpression choice => Truth(choice.Condition, row) switch
        {
            Runtime.Truth.True => Text(choice.WhenTrue, row),
            Runtime.Truth.False => Text(choice.WhenFalse, row),
            _ => null,
        },
        FormulaExpression formula => rules.Text(formula.Formula, row),
        DecisionLabelExpression decision => rules.DecidingClause(decision.Decision, row)?.Label,
        _ => throw NotOfType(expression),
    };

    private static InvalidOperationException NotOfType(ExpressionPlan expression) =>
        new($"{expression.GetType().Name} of type {expression.Type} stands where another type is needed.");

    private ExpressionEvaluator Framework => _framework ??= new ExpressionEvaluator(
        rules.Scores?.State ?? throw new InvalidOperationException($"The rules of `{rules.Plan.Entity}` read scores, and none were given."));

    private Vector<Rational> OfFramework(ExpressionPlan expression)
    {
        if (!_quantities.TryGetValue(expression, out var values))
        {
            _quantities.Add(expression, values = Framework.Quantities(expression));
        }

        return values;
    }

    private Vector<Truth> Item(ItemExpression item)
    {
        if (!_items.TryGetValue(item, out var values))
        {
            _items.Add(item, values = Framework.Truths(item));
        }

        return values;
    }

    private Rational Arithmetic(BinaryExpression binary, int row)
    {
        var (left, right) = (Quantity(binary.Left, row), Quantity(binary.Right, row));
        return binary.Operator switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            _ => throw NotOfType(binary),
        };
    }

    private Truth Condition(BinaryExpression binary, int row)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And:
                return Kleene.And(Truth(binary.Left, row), Truth(binary.Right, row));
            case BinaryOperator.Or:
                return Kleene.Or(Truth(binary.Left, row), Truth(binary.Right, row));
        }

        if (binary.Left.Type != ExpressionType.Quantity)
        {
            var equal = binary.Left.Type == ExpressionType.Text
                ? Kleene.Equal(Text(binary.Left, row), Text(binary.Right, row))
                : Kleene.Equal(Truth(binary.Left, row), Truth(binary.Right, row));
            return binary.Operator switch
            {
                BinaryOperator.Equal => equal,
                BinaryOperator.NotEqual => Kleene.Not(equal),
                _ => throw NotOfType(binary),
            };
        }

        var (left, right) = (Quantity(binary.Left, row), Quantity(binary.Right, row));
        return binary.Operator switch
        {
            BinaryOperator.Equal => Rational.Equal(left, right),
            BinaryOperator.NotEqual => Rational.NotEqual(left, right),
            BinaryOperator.Less => Rational.Less(left, right),
            BinaryOperator.LessOrEqual => Rational.LessOrEqual(left, right),
            BinaryOperator.Greater => Rational.Greater(left, right),
            BinaryOperator.GreaterOrEqual => Rational.GreaterOrEqual(left, right),
            _ => throw NotOfType(binary),
        };
    }

    private Rational Call(CallExpression call, int row)
    {
        var result = Quantity(call.Arguments[0], row);
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            result = Intrinsics.FunctionOf(call.Function)(result, Quantity(call.Arguments[i], row));
        }

        return result;
    }
}
