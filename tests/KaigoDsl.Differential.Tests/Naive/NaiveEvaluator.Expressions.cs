using KaigoDsl.Differential.Tests.Coverage;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>Sections 5 and 6 of the language reference.</summary>
internal sealed partial class NaiveEvaluator
{
    /// <param name="at">The node where the expression is written, which is what この指標 starts from.</param>
    private Fraction? Quantity(Expr expression, int row, Node at)
    {
        switch (expression)
        {
            case Number number:
                return number.Value;
            case YearLiteral year:
                return year.Year;
            case DateLiteral date:
                return date.Value;
            case ConstantName constant:
                _coverage.Hit(Construct.ConstantUsed);
                return Quantity(_index.Spec.Constants.Single(c => c.Label == constant.Label).Value, row, at);
            case ColumnName column:
                return _table[column.Label, row].Quantity;
            case ScoreOf { Without: null } score:
                return ScoreAsQuantity(_index[score.Node], row);
            case ScoreOf { Without: { } indicator } score:
                _coverage.Hit(score.Node == _index.Spec.Framework.Id ? Construct.TotalWithoutIndicator : Construct.PartWithoutIndicator);
                var without = ScoreWithout(_index[score.Node], Excluded(score, indicator), row);
                _coverage.Hit(Construct.WithoutIndicatorUnknown, without is null);
                return without is { } points ? (Fraction)points : null;
            case Aggregate aggregate:
                return AggregateOf(aggregate, row);
            case Negate negate:
                return Quantity(negate.Operand, row, at) is { } operand ? -operand : null;
            case Binary binary:
                return Arithmetic(binary.Op, Quantity(binary.Left, row, at), Quantity(binary.Right, row, at));
            case Choose choose:
                var condition = Truth(choose.Condition, row, at);
                var whenTrue = Quantity(choose.WhenTrue, row, at);
                var whenFalse = choose.WhenFalse is null ? 0 : Quantity(choose.WhenFalse, row, at);
                CountChoice(choose, condition);
                return condition is null ? null : condition.Value ? whenTrue : whenFalse;
            case Extreme extreme:
                var arguments = extreme.Arguments.Select(a => Quantity(a, row, at)).ToList();
                _coverage.Hit(extreme.IsMaximum ? Construct.Maximum : Construct.Minimum);
                _coverage.Hit(Construct.ExtremeOfMissing, arguments.Contains(null) && arguments.Exists(a => a is not null));
                return arguments.Contains(null) ? null : extreme.IsMaximum ? arguments.Max() : arguments.Min();
            default:
                throw new InvalidOperationException($"{expression} is no quantity.");
        }
    }

    private Node Excluded(ScoreOf score, int indicator) =>
        _mutation == Mutation.MoreThanTheIndicatorExcluded && _index.Parent(_index[indicator]) is { } parent && parent.Id != score.Node
            ? parent
            : _index[indicator];

    private Fraction? ScoreAsQuantity(Node node, int row)
    {
        var points = Score(node, row);
        _coverage.Hit(node.Level switch
        {
            Level.Item => Construct.ScoreOfItemRead,
            Level.Total => Construct.ScoreOfTotalRead,
            _ => Construct.ScoreRead,
        });
        _coverage.Hit(Construct.ScoreReadUnknown, points is null);
        _coverage.Hit(Construct.ScoreReadOfLosingSeries, points is not null && points != OwnScore(node, row));
        return points is { } known ? (Fraction)known : null;
    }

    private Fraction? Arithmetic(Op op, Fraction? left, Fraction? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return _mutation == Mutation.MissingIsZero ? Arithmetic(op, left ?? 0, right ?? 0) : null;
        }

        _coverage.Hit(op switch
        {
            Op.Add => Construct.Add,
            Op.Subtract => Construct.Subtract,
            Op.Multiply => Construct.Multiply,
            _ => b.IsZero ? Construct.DivideByZero : Construct.Divide,
        });
        return op switch
        {
            Op.Add => a + b,
            Op.Subtract => a - b,
            Op.Multiply => a * b,
            Op.Divide => b.IsZero ? null : a / b,
            _ => throw new InvalidOperationException($"{op} gives no quantity."),
        };
    }

    private bool? Truth(Expr expression, int row, Node at)
    {
        switch (expression)
        {
            case TruthLiteral truth:
                return truth.Value;
            case ColumnName column:
                _coverage.Hit(Construct.TruthColumn);
                return _table[column.Label, row].Truth;
            case ItemName item:
                _coverage.Hit(Construct.ItemRead);
                _coverage.Hit(Construct.ItemReadUnknown, IsMet(_index[item.Item], row) is null);
                return IsMet(_index[item.Item], row);
            case Not not:
                var operand = Truth(not.Operand, row, at);
                _coverage.Hit(operand is null ? Construct.NotOfUnknown : Construct.Not);
                return !operand;
            case Binary { Op: Op.And or Op.Or } binary:
                return Logic(binary.Op, Truth(binary.Left, row, at), Truth(binary.Right, row, at));
            case Binary binary:
                return _index.SortOf(binary.Left) == ColumnSort.Text || _index.SortOf(binary.Right) == ColumnSort.Text
                    ? CompareTexts(binary, row, at)
                    : CompareQuantities(binary, row, at);
            case Choose choose:
                var condition = Truth(choose.Condition, row, at);
                var whenTrue = Truth(choose.WhenTrue, row, at);
                var whenFalse = choose.WhenFalse is null ? false : Truth(choose.WhenFalse, row, at);
                CountChoice(choose, condition);
                return condition is null ? null : condition.Value ? whenTrue : whenFalse;
            default:
                throw new InvalidOperationException($"{expression} is no truth value.");
        }
    }

    private bool? Logic(Op op, bool? left, bool? right)
    {
        var value = op == Op.And ? And(left, right) : Or(left, right);
        _coverage.Hit(op == Op.And ? Construct.And : Construct.Or);
        _coverage.Hit(Construct.FalseAndUnknown, op == Op.And && value == false && (left is null || right is null));
        _coverage.Hit(Construct.TrueOrUnknown, op == Op.Or && value == true && (left is null || right is null));
        _coverage.Hit(Construct.LogicUnknown, value is null);
        return value;
    }

    private bool? CompareQuantities(Binary comparison, int row, Node at)
    {
        var left = Quantity(comparison.Left, row, at);
        var right = Quantity(comparison.Right, row, at);
        if (_mutation == Mutation.MissingIsZero)
        {
            (left, right) = (left ?? 0, right ?? 0);
        }

        if (left is not { } a || right is not { } b)
        {
            _coverage.Hit(Construct.CompareWithMissing);
            return null;
        }

        _coverage.Hit(comparison.Op switch
        {
            Op.Equal => Construct.Equal,
            Op.NotEqual => Construct.NotEqual,
            Op.Less => Construct.Less,
            Op.LessOrEqual => Construct.LessOrEqual,
            Op.Greater => Construct.Greater,
            _ => Construct.GreaterOrEqual,
        });
        _coverage.Hit(Construct.CompareEqualValues, a == b);
        _coverage.Hit(Construct.CompareYears, SelfOf(comparison, ColumnSort.Year));
        _coverage.Hit(Construct.CompareDates, SelfOf(comparison, ColumnSort.Date));
        return comparison.Op switch
        {
            Op.Equal => a == b,
            Op.NotEqual => a != b,
            Op.Less => a < b,
            Op.LessOrEqual => a <= b,
            Op.Greater => a > b,
            Op.GreaterOrEqual => a >= b,
            _ => throw new InvalidOperationException($"{comparison.Op} compares nothing."),
        };
    }

    private bool SelfOf(Binary comparison, ColumnSort sort) =>
        comparison.Left is ColumnName { Label: var label } && _index.Column(label)?.Sort == sort;

    private bool? CompareTexts(Binary comparison, int row, Node at)
    {
        var left = Text(comparison.Left, row, at);
        var right = Text(comparison.Right, row, at);
        _coverage.Hit(Construct.CompareTexts, comparison.Right is TextLiteral);
        _coverage.Hit(Construct.CompareMembers, comparison.Right is MemberLiteral || comparison.Left is MemberLiteral);
        _coverage.Hit(Construct.CompareMissingText, left is null || right is null);
        if (left is null || right is null)
        {
            return null;
        }

        var equal = string.Equals(left, right, StringComparison.Ordinal);
        return comparison.Op == Op.Equal ? equal : !equal;
    }

    private string? Text(Expr expression, int row, Node at)
    {
        switch (expression)
        {
            case TextLiteral text:
                return text.Value;
            case MemberLiteral member:
                return member.Value;
            case ColumnName column:
                return _table[column.Label, row].Text;
            case Choose { WhenFalse: { } otherwise } choose:
                var condition = Truth(choose.Condition, row, at);
                var (whenTrue, whenFalse) = (Text(choose.WhenTrue, row, at), Text(otherwise, row, at));
                _coverage.Hit(Construct.ChooseText);
                return condition is null ? null : condition.Value ? whenTrue : whenFalse;
            default:
                throw new InvalidOperationException($"{expression} is no text.");
        }
    }

    private void CountChoice(Choose choose, bool? condition)
    {
        _coverage.Hit(condition switch
        {
            true => Construct.ChooseFirst,
            false => choose.WhenFalse is null ? Construct.ChooseNothing : Construct.ChooseSecond,
            _ => Construct.ChooseUnknown,
        });
    }
}
