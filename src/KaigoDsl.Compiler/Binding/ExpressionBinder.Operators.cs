using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Binary operators: types and dimensions.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindBinary(BinaryExpressionSyntax syntax)
    {
        // The parser loops over chains, so they may be long; walk the left spine instead of recursing down it.
        var spine = new Stack<BinaryExpressionSyntax>();
        ExpressionSyntax first = syntax;
        while (first is BinaryExpressionSyntax binary)
        {
            spine.Push(binary);
            first = binary.Left;
        }

        var length = spine.Count;
        if (_depth + length > MaximumDepth)
        {
            reporter.Report(Descriptors.TooDeep, At(syntax), MaximumDepth);
            return new BoundError(At(syntax));
        }

        _depth += length;
        BoundExpression? left = null;
        while (spine.Count > 0)
        {
            left = BindBinary(spine.Pop(), left);
        }

        _depth -= length;
        return left ?? new BoundError(At(syntax));
    }

    private BoundExpression BindBinary(BinaryExpressionSyntax syntax, BoundExpression? boundLeft)
    {
        var location = At(syntax);
        var name = Hint.Of($"`{syntax.Operator.Text}`", $"`{syntax.Operator.Text}`");
        switch (syntax.Operator.Kind)
        {
            case SyntaxKind.AndKeyword or SyntaxKind.OrKeyword:
            {
                var left = boundLeft is null ? BindTruth(syntax.Left) : Expect(boundLeft, ValueKind.Truth, "真偽", "a truth value", Hint.None);
                var right = BindTruth(syntax.Right);
                var @operator = syntax.Operator.Kind == SyntaxKind.AndKeyword ? BinaryOperator.And : BinaryOperator.Or;
                return left.Type.IsError || right.Type.IsError
                    ? new BoundError(location)
                    : new BoundBinary(@operator, left, right, ValueType.Truth, location);
            }

            case SyntaxKind.PlusToken or SyntaxKind.MinusToken:
            {
                var (left, right) = BindQuantities(syntax, boundLeft);
                return left.Type.IsError || right.Type.IsError || !RequireSame(name, left, right)
                    ? new BoundError(location)
                    : new BoundBinary(
                        syntax.Operator.Kind == SyntaxKind.PlusToken ? BinaryOperator.Add : BinaryOperator.Subtract, left, right, left.Type, location);
            }

            case SyntaxKind.TimesToken or SyntaxKind.DivideToken or SyntaxKind.SlashToken:
            {
                var (left, right) = BindQuantities(syntax, boundLeft);
                if (left.Type.IsError || right.Type.IsError)
                {
                    return new BoundError(location);
                }

                return syntax.Operator.Kind == SyntaxKind.TimesToken
                    ? new BoundBinary(BinaryOperator.Multiply, left, right, ValueType.Quantity(left.Type.Dimension.Times(right.Type.Dimension)), location)
                    : new BoundBinary(BinaryOperator.Divide, left, right, ValueType.Quantity(left.Type.Dimension.Over(right.Type.Dimension)), location);
            }

            default:
                return BindComparison(syntax, boundLeft, name);
        }
    }

    private (BoundExpression Left, BoundExpression Right) BindQuantities(BinaryExpressionSyntax syntax, BoundExpression? boundLeft)
    {
        var left = boundLeft is null ? BindQuantity(syntax.Left) : Expect(boundLeft, ValueKind.Quantity, "数量", "a quantity", Hint.None);
        return (left, BindDeclaredUnit(syntax) ?? BindQuantity(syntax.Right));
    }

    // 4_000千円/圏域 with `単位 圏域`: the parser knows the language's own units only and reads a division.
    private BoundNumber? BindDeclaredUnit(BinaryExpressionSyntax syntax) =>
        syntax is { Operator.Kind: SyntaxKind.SlashToken, Right: NameExpressionSyntax { Path: var path } }
        && path.Labels() is { Count: 1 } name && !ResolvesAlone(path)
        && table.Units.Find(name[0], source.Path, out _) is { } unit
            ? new BoundNumber(ExactNumber.One, ValueType.Quantity(Dimension.Of(unit.Label)), At(syntax.Right))
            : null;

    private BoundExpression BindComparison(BinaryExpressionSyntax syntax, BoundExpression? boundLeft, LocalizedText name)
    {
        var location = At(syntax);
        if (ComparisonOf(syntax.Operator.Kind) is not { } @operator)
        {
            return new BoundError(location);
        }

        if (BindClauseComparison(syntax, boundLeft, @operator) is { } aboutClause)
        {
            return aboutClause;
        }

        // 採用区分 = 新規: a member is written bare, so the side whose type is known decides how the other is read.
        var left = boundLeft ?? BindUnlessMember(syntax.Left);
        var right = left?.Type.Kind == ValueKind.Enumeration ? BindMember(syntax.Right, left.Type) : Bind(syntax.Right);
        left ??= right.Type.Kind == ValueKind.Enumeration ? BindMember(syntax.Left, right.Type) : Bind(syntax.Left);
        if (left.Type.IsError || right.Type.IsError)
        {
            return new BoundError(location);
        }

        if (left.Type.Kind == ValueKind.Date && right is BoundText or BoundNumber)
        {
            right = AsDate(right);
        }

        var ordered = left.Type.Kind is ValueKind.Quantity or ValueKind.FiscalYear or ValueKind.Date;
        if (!ordered && @operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            reporter.Report(
                Descriptors.TypeMismatch, left.Location, Hint.Of("大小を比べられる値", "a value with an order"), Describe(left.Type),
                Hint.Of("`=` か `≠` を使ってください。", "Use `=` or `≠`."));
            return new BoundError(location);
        }

        if (left.Type.Kind == ValueKind.Truth)
        {
            reporter.Report(
                Descriptors.TypeMismatch, left.Location, Hint.Of("比べられる値", "a value to compare"), Describe(left.Type),
                Hint.Of("真偽は `かつ` `または` `否` で組み合わせてください。", "Combine truth values with `かつ`, `または` and `否`."));
            return new BoundError(location);
        }

        return RequireSame(name, left, right)
            ? new BoundBinary(@operator, left, right, ValueType.Truth, location)
            : new BoundError(location);
    }

    private static BinaryOperator? ComparisonOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.EqualsToken => BinaryOperator.Equal,
        SyntaxKind.NotEqualsToken => BinaryOperator.NotEqual,
        SyntaxKind.LessToken => BinaryOperator.Less,
        SyntaxKind.LessOrEqualToken => BinaryOperator.LessOrEqual,
        SyntaxKind.GreaterToken => BinaryOperator.Greater,
        SyntaxKind.GreaterOrEqualToken => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private BoundExpression? BindUnlessMember(ExpressionSyntax syntax) =>
        WithoutParentheses(syntax) is NameExpressionSyntax { Path: var path } && IsSingleMember(path) && !ResolvesAlone(path) ? null : Bind(syntax);

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax inner)
        {
            syntax = inner.Expression;
        }

        return syntax;
    }

    private bool IsSingleMember(PathSyntax path) =>
        path.Labels().Count == 1 && table.Enumerations.All.Any(e => e.Members.Contains(path.Labels()[0]));

    private BoundExpression BindMember(ExpressionSyntax syntax, ValueType type)
    {
        var members = table.Enumerations.Find(type.Name, source.Path, out _)?.Members ?? [];
        if (WithoutParentheses(syntax) is not NameExpressionSyntax { Path: var path } || path.Labels().Count != 1)
        {
            return Bind(syntax);
        }

        var label = path.Labels()[0];
        if (members.Contains(label))
        {
            return new BoundText(label, type, At(syntax));
        }

        if (ResolvesAlone(path))
        {
            return Bind(syntax);
        }

        var near = NearestName.Find(label, members);
        reporter.Report(
            Descriptors.UnknownName, At(syntax), [], Reporter.Replace(At(syntax), near), label,
            Hint.DidYouMean(near, Hint.Of(
                $"種別 {type.Name} は {string.Join("・", members)} です。", $"The members of {type.Name} are {string.Join(", ", members)}.")));
        return new BoundError(At(syntax));
    }

    private BoundExpression AsDate(BoundExpression value)
    {
        if (value is BoundText { Type.Kind: ValueKind.Text } text && DateLiteral.TryParse(text.Value, out var number))
        {
            return new BoundNumber(number, ValueType.Date, value.Location);
        }

        return value;
    }

    /// <summary>Reports unless two values may be compared, added or chosen between.</summary>
    private bool RequireSame(LocalizedText what, BoundExpression left, BoundExpression right)
    {
        if (left.Type.Kind == ValueKind.Quantity && right.Type.Kind == ValueKind.Quantity)
        {
            if (left.Type.Dimension.Equals(right.Type.Dimension))
            {
                return true;
            }

            var (hint, fix) = UnitAdvice(left, right);
            reporter.Report(Descriptors.DimensionMismatch, right.Location, [], fix, what, left.Type, right.Type, hint);
            return false;
        }

        var texts = IsTextual(left.Type) && IsTextual(right.Type)
            && (left.Type.Kind != ValueKind.Enumeration || right.Type.Kind != ValueKind.Enumeration || left.Type.Name == right.Type.Name);
        if (left.Type.Kind == right.Type.Kind || texts)
        {
            return true;
        }

        reporter.Report(Descriptors.TypeMismatch, right.Location, Describe(left.Type), Describe(right.Type), Hint.None);
        return false;
    }

    private static bool IsTextual(ValueType type) => type.Kind is ValueKind.Text or ValueKind.Enumeration or ValueKind.Reference;

    private (LocalizedText Hint, SuggestedFix? Fix) UnitAdvice(BoundExpression left, BoundExpression right)
    {
        var bare = left is BoundNumber { Type.Dimension.IsNone: true } ? left : right is BoundNumber { Type.Dimension.IsNone: true } ? right : null;
        if (bare is null)
        {
            return (Hint.None, null);
        }

        var unit = (ReferenceEquals(bare, left) ? right : left).Type.ToString();
        var written = source.ToString(bare.Location.Span);
        if (unit.IndexOfAny(['/', '·']) >= 0 || written.Length == 0 || !char.IsDigit(written[written.Length - 1]))
        {
            return (Hint.None, null);
        }

        var fix = ReferenceEquals(bare, right) ? new SuggestedFix(bare.Location.Span, written + unit) : null;
        return (Hint.Of($"`{written}{unit}` のように単位を付けてください。", $"Write the unit: `{written}{unit}`."), fix);
    }
}
