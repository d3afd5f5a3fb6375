using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Evaluates expressions over whole columns of one framework's table.</summary>
internal sealed class ExpressionEvaluator(EvaluationState state, Rational[]? constants = null)
{
    private readonly Dictionary<(int Framework, int Link), MemberGroups> _groups = [];

    // What an aggregate takes from its members speaks of the constants of the framework that aggregates.
    private readonly Rational[] _constants = constants ?? state.Constants;

    private delegate T BinaryFunction<TOperand, T>(TOperand left, TOperand right);

    public Vector<Rational> Quantities(ExpressionPlan expression) => expression switch
    {
        NumberExpression number => new(number.Value.ToRational()),
        ConstantExpression constant => new(_constants[constant.Constant]),
        ColumnExpression column => new(state.Quantities(column.Column)),
        ScoreExpression score => new(Array.ConvertAll(
            state.Slot(score.Slot),
            static points => points == ScoreColumn.Unknown ? Rational.Missing : Rational.FromInt64(points))),
        UnaryExpression { Operator: UnaryOperator.Negate } negation => Map(Quantities(negation.Operand), static value => -value),
        BinaryExpression binary => Arithmetic(binary),
        ConditionalExpression conditional => Choose(conditional, Quantities, Rational.Missing),
        CallExpression call => Call(call),
        AggregateExpression aggregate => Aggregate(aggregate),
        _ => throw NotOfType(expression),
    };

    public Vector<Truth> Truths(ExpressionPlan expression) => expression switch
    {
        TruthExpression truth => new(Kleene.From(truth.Value)),
        ColumnExpression column => new(state.Table.Truths(column.Column).Values.ToArray()),
        ItemExpression item => new(state.ItemTruth(item.Item)),
        UnaryExpression { Operator: UnaryOperator.Not } negation => Map(Truths(negation.Operand), Kleene.Not),
        BinaryExpression binary => Condition(binary),
        ConditionalExpression conditional => Choose(conditional, Truths, Truth.Unknown),
        _ => throw NotOfType(expression),
    };

    public Vector<string?> Texts(ExpressionPlan expression) => expression switch
    {
        TextExpression text => new(text.Value),
        ColumnExpression column => new(state.Table.Texts(column.Column).Values.ToArray()),
        ConditionalExpression conditional => Choose(conditional, Texts, null),
        _ => throw NotOfType(expression),
    };

    private static InvalidOperationException NotOfType(ExpressionPlan expression) =>
        new($"{expression.GetType().Name} of type {expression.Type} stands where another type is needed.");

    private Vector<Rational> Arithmetic(BinaryExpression binary)
    {
        var (left, right) = (Quantities(binary.Left), Quantities(binary.Right));
        return binary.Operator switch
        {
            BinaryOperator.Add => Map(left, right, static (a, b) => a + b),
            BinaryOperator.Subtract => Map(left, right, static (a, b) => a - b),
            BinaryOperator.Multiply => Map(left, right, static (a, b) => a * b),
            BinaryOperator.Divide => Map(left, right, static (a, b) => a / b),
            _ => throw NotOfType(binary),
        };
    }

    private Vector<Truth> Condition(BinaryExpression binary) => binary.Operator switch
    {
        BinaryOperator.And => Map(Truths(binary.Left), Truths(binary.Right), Kleene.And),
        BinaryOperator.Or => Map(Truths(binary.Left), Truths(binary.Right), Kleene.Or),
        _ => binary.Left.Type switch
        {
            ExpressionType.Quantity => Map(Quantities(binary.Left), Quantities(binary.Right), Comparison(binary)),
            ExpressionType.Text => Equality(binary, Map<string?, Truth>(Texts(binary.Left), Texts(binary.Right), Kleene.Equal)),
            _ => Equality(binary, Map<Truth, Truth>(Truths(binary.Left), Truths(binary.Right), Kleene.Equal)),
        },
    };

    private static BinaryFunction<Rational, Truth> Comparison(BinaryExpression binary) => binary.Operator switch
    {
        BinaryOperator.Equal => Rational.Equal,
        BinaryOperator.NotEqual => Rational.NotEqual,
        BinaryOperator.Less => Rational.Less,
        BinaryOperator.LessOrEqual => Rational.LessOrEqual,
        BinaryOperator.Greater => Rational.Greater,
        BinaryOperator.GreaterOrEqual => Rational.GreaterOrEqual,
        _ => throw NotOfType(binary),
    };

    private Vector<Truth> Equality(BinaryExpression binary, Vector<Truth> equal) => binary.Operator switch
    {
        BinaryOperator.Equal => equal,
        BinaryOperator.NotEqual => Map(equal, Kleene.Not),
        _ => throw NotOfType(binary),
    };

    private Vector<Rational> Call(CallExpression call)
    {
        BinaryFunction<Rational, Rational> function = Intrinsics.FunctionOf(call.Function).Invoke;
        var result = Quantities(call.Arguments[0]);
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            result = Map(result, Quantities(call.Arguments[i]), function);
        }

        return result;
    }

    private Vector<T> Choose<T>(ConditionalExpression conditional, Func<ExpressionPlan, Vector<T>> evaluate, T unknown)
    {
        var condition = Truths(conditional.Condition);
        var (whenTrue, whenFalse) = (evaluate(conditional.WhenTrue), evaluate(conditional.WhenFalse));
        var result = new T[state.Count];
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = condition[row] switch
            {
                Truth.True => whenTrue[row],
                Truth.False => whenFalse[row],
                _ => unknown,
            };
        }

        return new(result);
    }

    private Vector<Rational> Aggregate(AggregateExpression aggregate)
    {
        if (!state.Members.TryGetValue(aggregate.Framework, out var member))
        {
            throw new ArgumentException($"`{state.Plan.Name}` aggregates framework {aggregate.Framework}, which was not evaluated before it.");
        }

        var groups = Groups(aggregate, member);
        var evaluator = new ExpressionEvaluator(member.State, _constants);
        var rows = member.Table.Count;
        return new(aggregate.Value.Type switch
        {
            ExpressionType.Truth => OfTruths(aggregate.Function, groups, evaluator.Truths(aggregate.Value).ToArray(rows)),
            ExpressionType.Text => MemberAggregates.Count(groups, evaluator.Texts(aggregate.Value).ToArray(rows)),
            _ => OfQuantities(aggregate.Function, groups, evaluator.Quantities(aggregate.Value).ToArray(rows)),
        });
    }

    private static Rational[] OfTruths(AggregateFunction function, MemberGroups groups, Truth[] values) => function switch
    {
        AggregateFunction.Count => MemberAggregates.Count(groups, values),
        AggregateFunction.Share => MemberAggregates.Share(groups, values),
        _ => throw new InvalidOperationException($"{function} is not defined for truth values."),
    };

    private static Rational[] OfQuantities(AggregateFunction function, MemberGroups groups, Rational[] values) => function switch
    {
        AggregateFunction.Sum => MemberAggregates.Sum(groups, values),
        AggregateFunction.Mean => MemberAggregates.Mean(groups, values),
        AggregateFunction.Median => MemberAggregates.Median(groups, values),
        AggregateFunction.Maximum => MemberAggregates.Maximum(groups, values),
        AggregateFunction.Minimum => MemberAggregates.Minimum(groups, values),
        AggregateFunction.Count => MemberAggregates.Count(groups, values),
        _ => throw new InvalidOperationException($"{function} is not defined for quantities."),
    };

    private MemberGroups Groups(AggregateExpression aggregate, Evaluation member)
    {
        if (!_groups.TryGetValue((aggregate.Framework, aggregate.LinkColumn), out var groups))
        {
            groups = MemberGroups.Create(state.Table.Texts(state.Table.Schema.KeyColumn), member.Table.Texts(aggregate.LinkColumn));
            _groups.Add((aggregate.Framework, aggregate.LinkColumn), groups);
        }

        return groups;
    }

    private Vector<T> Map<T>(Vector<T> operand, Func<T, T> function)
    {
        var result = new T[state.Count];
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = function(operand[row]);
        }

        return new(result);
    }

    private Vector<T> Map<TOperand, T>(Vector<TOperand> left, Vector<TOperand> right, BinaryFunction<TOperand, T> function)
    {
        var result = new T[state.Count];
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = function(left[row], right[row]);
        }

        return new(result);
    }
}
