using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Printing;

/// <summary>Prints expressions with the brackets they need by section 6 of the language reference, and sometimes more.</summary>
/// <param name="index">Whose columns and nodes the expressions name.</param>
/// <param name="style">The spelling.</param>
/// <param name="prefix">What stands before each such name: <c>管内.市町村.</c> inside an aggregate.</param>
internal sealed class ExpressionPrinter(SpecIndex index, Style style, string prefix = "")
{
    private const int ChooseLevel = 0;
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;
    private const int CompareLevel = 4;
    private const int AddLevel = 5;
    private const int MultiplyLevel = 6;
    private const int NegateLevel = 7;
    private const int Primary = 8;

    /// <param name="scope">The node an item next to it is called by its label alone; <see langword="null"/> outside the framework.</param>
    public string Print(Expr expression, Node? scope) => Print(expression, scope, ChooseLevel);

    private string Print(Expr expression, Node? scope, int level)
    {
        var text = PrintBare(expression, scope);
        return LevelOf(expression) < level || style.Chance(6) ? Brackets(text) : text;
    }

    private string Brackets(string text) => style.Chance(5) ? "（" + text + "）" : "(" + text + ")";

    private string PrintBare(Expr expression, Node? scope)
    {
        var level = LevelOf(expression);
        switch (expression)
        {
            case Number number:
                return number.Digits + style.Unit(number.Unit);
            case YearLiteral { Year: var year }:
                return style.Pick(
                    FormattableString.Invariant($"令和{year - 2018}年度"),
                    FormattableString.Invariant($"{year}年度"),
                    FormattableString.Invariant($"FY{year}"),
                    FormattableString.Invariant($"R{year - 2018}"));
            case DateLiteral date:
                return style.Quote(date.Date);
            case TextLiteral text:
                return style.Quote(text.Value);
            case MemberLiteral member:
                return member.Value;
            case TruthLiteral truth:
                return truth.Value ? style.Word("真", "true") : style.Word("偽", "false");
            case ConstantName constant:
                return constant.Label;
            case ColumnName column:
                return prefix + column.Label;
            case ItemName item:
                return prefix + ItemText(index[item.Item], scope);
            case ScoreOf score:
                return prefix + ScoreText(score);
            case Aggregate aggregate:
                return AggregateText(aggregate);
            case Negate negate:
                return style.Pick("-", "-", "−") + Print(negate.Operand, scope, NegateLevel);
            case Not not:
                return style.Word("否", "not") + " " + Print(not.Operand, scope, NotLevel);
            case Binary binary:
                var isComparison = level == CompareLevel;
                return Print(binary.Left, scope, isComparison ? level + 1 : level) + " " + Operator(binary.Op) + " " + Print(binary.Right, scope, level + 1);
            case Choose choose:
                var otherwise = choose.WhenFalse is null
                    ? string.Empty
                    : " " + style.Word("でなければ", "otherwise") + " " + Print(choose.WhenFalse, scope, ChooseLevel);
                return Print(choose.Condition, scope, OrLevel) + " " + style.Word("ならば", "then") + " " + Print(choose.WhenTrue, scope, OrLevel) + otherwise;
            case Extreme extreme:
                return (extreme.IsMaximum ? style.Word("最大", "maximum") : style.Word("最小", "minimum"))
                    + "(" + string.Join(style.Comma, extreme.Arguments.Select(a => Print(a, scope, ChooseLevel))) + ")";
            default:
                throw new InvalidOperationException($"{expression} has no spelling.");
        }
    }

    /// <summary>Beside the expression the label is enough.</summary>
    private string ItemText(Node item, Node? scope)
    {
        var isBeside = index.SelfAndAbove(scope).TakeWhile(n => n.Level is Level.Series or Level.Indicator).Any(n => n.Children.Contains(item));
        return isBeside && !style.Chance(30) ? item.Label : index.Path(item);
    }

    private string ScoreText(ScoreOf score)
    {
        var path = index.Path(index[score.Node]);
        var text = (path.Length == 0 ? string.Empty : path + ".") + style.Word("得点", "score");
        return score.Without is null ? text : text + " " + style.Word("除く", "excluding") + " " + style.Word("この指標", "this_indicator");
    }

    private string AggregateText(Aggregate aggregate)
    {
        var members = index.Members ?? throw new InvalidOperationException("There are no members.");
        var entity = style.Word("管内", "members") + "." + members.Spec.Entity;
        var value = aggregate.Value is null ? entity : new ExpressionPrinter(members, style, entity + ".").Print(aggregate.Value, null);
        var isName = aggregate.Value is null or ColumnName or ItemName or ScoreOf;
        return (isName ? value : "(" + value + ")") + " " + aggregate.Kind switch
        {
            AggregateKind.Sum => style.Word("の合計", "as_sum"),
            AggregateKind.Mean => style.Word("の平均", "as_mean"),
            AggregateKind.Median => style.Word("の中央値", "as_median"),
            AggregateKind.Maximum => style.Word("の最大", "as_maximum"),
            AggregateKind.Minimum => style.Word("の最小", "as_minimum"),
            AggregateKind.Count => style.Word("の件数", "as_count"),
            _ => style.Word("の割合", "as_share"),
        };
    }

    private string Operator(Op op) => op switch
    {
        Op.Add => style.Pick("+", "＋"),
        Op.Subtract => style.Pick("-", "−", "－"),
        Op.Multiply => style.Pick("×", "*"),
        Op.Divide => style.Pick("÷", "/"),
        Op.Equal => style.Pick("=", "＝"),
        Op.NotEqual => style.Pick("≠", "!="),
        Op.Less => style.Pick("<", "＜"),
        Op.LessOrEqual => style.Pick("≤", "<=", "≦"),
        Op.Greater => style.Pick(">", "＞"),
        Op.GreaterOrEqual => style.Pick("≥", ">=", "≧"),
        Op.And => style.Word("かつ", "and"),
        _ => style.Word("または", "or"),
    };

    private static int LevelOf(Expr expression) => expression switch
    {
        Choose => ChooseLevel,
        Binary { Op: Op.Or } => OrLevel,
        Binary { Op: Op.And } => AndLevel,
        Not => NotLevel,
        Binary { Op: Op.Multiply or Op.Divide } => MultiplyLevel,
        Binary { Op: Op.Add or Op.Subtract } => AddLevel,
        Binary => CompareLevel,
        Negate => NegateLevel,
        _ => Primary,
    };

}
