using System.Globalization;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Generation;

/// <summary>Expressions of the types and dimensions the language knows, over what is in scope.</summary>
internal sealed partial class SpecGenerator
{
    public const string Enumeration = "採用区分";

    public static readonly string[] Members = ["新規", "継続", "廃止"];

    public static readonly string[] Texts = ["東", "西", "北 部", "A・b"];

    public static readonly string[] Dates = ["2023-12-31", "2024-02-29", "2024-04-01", "2025-03-31"];

    private string AnyDimension() => _dice.Pick(Units.Dimensions);

    private void AddConstants()
    {
        for (var i = _dice.Next(3); i > 0; i--)
        {
            var dimension = _dice.Pick("", "人", "件", "点");
            var value = dimension.Length > 0 ? Literal(dimension) : _dice.Next(3) switch
            {
                0 => new Binary(Op.Divide, new Number("1", ""), new Number("3", "")),
                1 when _constants.Find(c => c.Dimension.Length == 0) is { } other =>
                    new Extreme(true, [new ConstantName(other.Label), new Negate(new Number("0.25", ""))]),
                _ => Literal(dimension),
            };
            _constants.Add(new Constant("基準" + (char)('A' + _constants.Count), value, dimension));
        }
    }

    private List<Column> Columns(int count)
    {
        var columns = new List<Column>();
        for (; count > 0; count--)
        {
            var number = _nextColumn++;
            var label = s_columnLabels[number % s_columnLabels.Length]
                + (number < s_columnLabels.Length ? string.Empty : (number / s_columnLabels.Length).ToString(CultureInfo.InvariantCulture));
            var sort = _dice.Pick(
                ColumnSort.Quantity, ColumnSort.Quantity, ColumnSort.Quantity, ColumnSort.Quantity, ColumnSort.Truth, ColumnSort.Truth, ColumnSort.Year,
                ColumnSort.Date, ColumnSort.Text, ColumnSort.Enumeration, ColumnSort.Reference);
            columns.Add(new Column(label, sort, sort == ColumnSort.Quantity ? _dice.Pick(Units.Of(AnyDimension())) : string.Empty));
        }

        return columns;
    }

    /// <summary>Declares inputs and brings them into scope until <see cref="CloseScope"/>.</summary>
    private List<Column> Inputs(int percent)
    {
        var inputs = _dice.Chance(percent) ? Columns(_dice.Between(1, 2)) : [];
        _scope.AddRange(inputs);
        return inputs;
    }

    private void CloseScope(List<Column> inputs) => _scope.RemoveRange(_scope.Count - inputs.Count, inputs.Count);

    private Expr Literal(string dimension)
    {
        var units = Units.Of(dimension).Where(u => !u.Contains('/', StringComparison.Ordinal)).ToList();
        var unit = dimension.Length == 0 && _dice.Chance(40) ? string.Empty : _dice.Pick(units);
        var digits = unit switch
        {
            "%" => _dice.Pick("10", "50", "12.5", "100", "150"),
            "割" => _dice.Pick("1", "5", "10"),
            "" or "割合" => _dice.Pick("0", "0.5", "1", "2"),
            _ when Units.Factor(unit) != 1 => _dice.Pick("0.002", "0.001", "1"),
            _ => _dice.Pick("0", "1", "2", "3", "4", "2.5", "10"),
        };
        return new Number(digits, unit);
    }

    private Expr? ColumnOf(string dimension)
    {
        var columns = _scope.Where(c => c.Sort == ColumnSort.Quantity && Units.Dimension(c.Unit) == dimension).ToList();
        return columns.Count == 0 ? null : new ColumnName(_dice.Pick(columns).Label);
    }

    private Expr Quantity(string dimension, int depth)
    {
        if (depth <= 0 || _dice.Chance(30))
        {
            return Leaf(dimension);
        }

        switch (_dice.Next(12))
        {
            case 0:
                return new Negate(Quantity(dimension, depth - 1));
            case 1 or 2:
                return new Binary(_dice.Pick(Op.Add, Op.Subtract), Quantity(dimension, depth - 1), Quantity(dimension, depth - 1));
            case 3:
                return new Binary(_dice.Pick(Op.Multiply, Op.Divide), Quantity(dimension, depth - 1), Quantity("", depth - 1));
            case 4:
                return new Extreme(_dice.Chance(50), [.. Enumerable.Range(0, _dice.Between(1, 3)).Select(_ => Quantity(dimension, depth - 1))]);
            case 5:
                return new Choose(Truth(depth - 1), Quantity(dimension, depth - 1), _dice.Chance(60) ? Quantity(dimension, depth - 1) : null);
            case 6 when dimension == "円":
                return new Binary(Op.Multiply, Quantity("人", depth - 1), Quantity("円/人", depth - 1));
            case 6 or 7 or 8 when dimension == "円/人":
                return new Binary(Op.Divide, Quantity("円", depth - 1), Quantity("人", depth - 1));
            case 6 or 7 or 8 when dimension.Length == 0:
                var inner = AnyDimension();
                return new Binary(Op.Divide, Quantity(inner, depth - 1), Quantity(inner, depth - 1));
            default:
                return Leaf(dimension);
        }
    }

    private Expr Leaf(string dimension)
    {
        if (_members is not null && _dice.Chance(45) && AggregateOf(dimension) is { } aggregate)
        {
            return aggregate;
        }

        if (dimension == "点" && _scores.Count > 0 && _dice.Chance(70))
        {
            return new ScoreOf(_sharedScores.Count > 0 && _dice.Chance(30) ? _dice.Pick(_sharedScores) : _dice.Pick(_scores));
        }

        if (_dice.Chance(15) && _constants.Where(c => c.Dimension == dimension).ToList() is { Count: > 0 } constants)
        {
            return new ConstantName(_dice.Pick(constants).Label);
        }

        if (_dice.Chance(85) && ColumnOf(dimension) is { } column)
        {
            return column;
        }

        // There is no literal of 円/人.
        return dimension == "円/人" ? new Binary(Op.Divide, Leaf("円"), Leaf("人")) : Literal(dimension);
    }

    private Aggregate? AggregateOf(string dimension)
    {
        var members = _members!;
        var depth = _dice.Pick(0, 0, 1, 2);
        var (kind, value) = dimension switch
        {
            "団体" when _dice.Chance(80) => (AggregateKind.Count, _dice.Next(4) switch
            {
                0 => null,
                1 => new ColumnName(_dice.Pick(members._scope).Label),
                2 => members.Quantity(members.AnyDimension(), depth),
                _ => members.Truth(depth),
            }),
            "" when _dice.Chance(60) => (AggregateKind.Share, members.Truth(depth)),
            _ => (
                _dice.Pick(AggregateKind.Sum, AggregateKind.Sum, AggregateKind.Mean, AggregateKind.Median, AggregateKind.Maximum, AggregateKind.Minimum),
                members.Quantity(dimension, depth)),
        };

        // Something must be said of the members.
        return value?.SelfAndParts().Any(e => e is ColumnName or ItemName or ScoreOf) == false ? null : new Aggregate(kind, value);
    }

    private Expr Truth(int depth)
    {
        if (depth > 0)
        {
            switch (_dice.Next(10))
            {
                case 0 or 1:
                    return new Binary(_dice.Pick(Op.And, Op.Or), Truth(depth - 1), Truth(depth - 1));
                case 2:
                    return new Not(Truth(depth - 1));
                case 3 when _dice.Chance(60):
                    return new Choose(Truth(depth - 1), Truth(depth - 1), _dice.Chance(60) ? Truth(depth - 1) : null);
            }
        }

        switch (_dice.Next(10))
        {
            case 0 when _items.Count > 0:
                return new ItemName(_dice.Pick(_items));
            case 1 or 2 when Pick(ColumnSort.Truth) is { } truth:
                return new ColumnName(truth.Label);
            case 3 or 4 when TextComparison() is { } texts:
                return texts;
            case 5 when Pick(ColumnSort.Year) is { } year:
                return new Binary(AnyComparison(), new ColumnName(year.Label), new YearLiteral(_dice.Between(2022, 2025)));
            case 6 when Pick(ColumnSort.Date) is { } date:
                return new Binary(AnyComparison(), new ColumnName(date.Label), new DateLiteral(_dice.Pick(Dates)));
            case 7 when _dice.Chance(15):
                return new TruthLiteral(_dice.Chance(50));
            default:
                var dimension = AnyDimension();
                return new Binary(AnyComparison(), Quantity(dimension, depth), Quantity(dimension, depth - 1));
        }
    }

    private Op AnyComparison() => _dice.Pick(Op.Equal, Op.NotEqual, Op.Less, Op.LessOrEqual, Op.Greater, Op.GreaterOrEqual);

    private Column? Pick(ColumnSort sort) => _scope.Where(c => c.Sort == sort).ToList() is { Count: > 0 } found ? _dice.Pick(found) : null;

    private Expr? TextComparison()
    {
        var op = _dice.Pick(Op.Equal, Op.NotEqual);
        var sort = _dice.Pick(ColumnSort.Text, ColumnSort.Reference, ColumnSort.Enumeration);
        if (Pick(sort) is not { } column)
        {
            return null;
        }

        var name = new ColumnName(column.Label);
        if (sort == ColumnSort.Enumeration)
        {
            var member = new MemberLiteral(_dice.Pick(Members));
            return _dice.Chance(70) ? new Binary(op, name, member) : new Binary(op, member, name);
        }

        Expr left = _dice.Chance(25) ? new Choose(Truth(0), name, new ColumnName(Pick(sort)!.Label)) : name;
        return new Binary(op, left, new TextLiteral(_dice.Pick(Texts)));
    }
}
