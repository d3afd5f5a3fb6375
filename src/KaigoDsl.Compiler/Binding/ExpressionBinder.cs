using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// Expression syntax → bound expressions: resolves names from a node outwards and checks types and dimensions. Without a framework
/// only constants are visible; with <c>membersOf</c> it reads what an aggregate takes from the members, whose names begin with 管内.
/// </summary>
internal sealed partial class ExpressionBinder(
    DeclarationTable table,
    Reporter reporter,
    SourceText source,
    FrameworkSymbol? framework,
    NodeSymbol? scope,
    string? membersOf = null,
    RuleScope? rules = null)
{
    // Later passes recurse over bound expressions, whose depth is the nesting plus the length of operator chains.
    private const int MaximumDepth = 1000;

    private readonly TypeBinder _types = new(table, reporter, source);
    private int _depth = rules?.Rules.Depth ?? 0;

    public BoundExpression Bind(ExpressionSyntax syntax)
    {
        if (_depth >= MaximumDepth)
        {
            reporter.Report(Descriptors.TooDeep, At(syntax), MaximumDepth);
            return new BoundError(At(syntax));
        }

        _depth++;
        var bound = BindKind(syntax);
        _depth--;
        return bound;
    }

    private BoundExpression BindKind(ExpressionSyntax syntax) => syntax switch
    {
        NumberExpressionSyntax number => BindNumber(number),
        StringExpressionSyntax text => new BoundText(StringLiteral.Unquote(text.Text.Text), ValueType.Text, At(syntax)),
        TruthExpressionSyntax truth => new BoundTruth(truth.Keyword.Kind == SyntaxKind.TrueKeyword, At(syntax)),
        ParenthesizedExpressionSyntax inner => Bind(inner.Expression),
        NameExpressionSyntax name => BindName(name),
        UnaryExpressionSyntax unary => BindUnary(unary),
        BinaryExpressionSyntax binary => BindBinary(binary),
        ConditionalExpressionSyntax conditional => BindConditional(conditional),
        CallExpressionSyntax call => BindCall(call),
        AggregateExpressionSyntax aggregate => BindAggregate(aggregate),
        ExcludingExpressionSyntax excluding => BindExcluding(excluding),
        LookupExpressionSyntax lookup => BindLookup(lookup),
        TierExpressionSyntax tier => BindTier(tier),
        _ => new BoundError(At(syntax)),
    };

    /// <summary>Binds an expression that must be a truth value.</summary>
    public BoundExpression BindTruth(ExpressionSyntax syntax)
    {
        var bound = Bind(syntax);
        return Expect(bound, ValueKind.Truth, "真偽", "a truth value", Hint.Of(
            "`x > 0件` や `実施 かつ 公表` のような条件を書いてください。",
            "Write a condition such as `x > 0件` or `実施 かつ 公表`."));
    }

    /// <summary>Binds an expression that must be a quantity.</summary>
    public BoundExpression BindQuantity(ExpressionSyntax syntax) =>
        Expect(Bind(syntax), ValueKind.Quantity, "数量", "a quantity", Hint.None);

    private TextLocation At(SyntaxElement syntax) => syntax.At(source);

    private BoundExpression Expect(BoundExpression bound, ValueKind kind, string japanese, string english, LocalizedText hint)
    {
        if (bound.Type.Kind == kind || bound.Type.IsError)
        {
            return bound;
        }

        reporter.Report(Descriptors.TypeMismatch, bound.Location, Hint.Of(japanese, english), Describe(bound.Type), hint);
        return new BoundError(bound.Location);
    }

    private static LocalizedText Describe(ValueType type) => type.Kind switch
    {
        ValueKind.Quantity => Hint.Of($"数量（{type}）", $"a quantity ({type})"),
        ValueKind.Truth => Hint.Of("真偽", "a truth value"),
        ValueKind.Text => Hint.Of("文字列", "a text"),
        ValueKind.FiscalYear => Hint.Of("年度", "a fiscal year"),
        ValueKind.Date => Hint.Of("日付", "a date"),
        ValueKind.Enumeration => Hint.Of($"種別 {type.Name}", $"a {type.Name}"),
        ValueKind.Reference => Hint.Of($"対象 {type.Name} の鍵", $"a key of {type.Name}"),
        _ => Hint.None,
    };

    private BoundExpression BindNumber(NumberExpressionSyntax syntax)
    {
        var literal = NumberLiteral.Parse(syntax.Number.Text);
        var location = At(syntax);
        if (!literal.IsValid)
        {
            return new BoundError(location);
        }

        if (literal.Unit.Length == 0)
        {
            return new BoundNumber(literal.Value, ValueType.Quantity(Dimension.None), location);
        }

        if (literal.Unit is "年度" && literal.Value.IsInteger)
        {
            return new BoundNumber(literal.Value, ValueType.FiscalYear, location);
        }

        if (_types.FindUnit(literal.Unit) is { } unit)
        {
            if (syntax.Denominator is { } denominator && _types.FindUnit(LabelText.Of(denominator)) is { } under)
            {
                var type = ValueType.Quantity(unit.Dimension.Over(under.Dimension));
                return new BoundNumber(literal.Value * unit.Factor / under.Factor, type, location);
            }

            return new BoundNumber(literal.Value * unit.Factor, ValueType.Quantity(unit.Dimension), location);
        }

        ReportUnknownUnit(syntax.Number, literal);
        return new BoundError(location);
    }

    private void ReportUnknownUnit(SyntaxToken token, NumberLiteral literal)
    {
        var near = NearestName.Find(literal.Unit, _types.UnitNames());
        var digits = token.Text.EndsWith(literal.Unit, StringComparison.Ordinal)
            ? token.Text.Substring(0, token.Text.Length - literal.Unit.Length)
            : token.Text;
        reporter.Report(
            Descriptors.UnknownUnitSuffix,
            token.At(source),
            [],
            near is null ? null : new SuggestedFix(token.Span, digits + near),
            digits,
            literal.Unit,
            Hint.DidYouMean(near, Hint.Of("数と言葉の間に空白を置くか、`単位` で宣言してください。", "Put a blank between number and word, or declare it with `単位`.")));
    }

    private BoundExpression BindUnary(UnaryExpressionSyntax syntax)
    {
        var isNot = syntax.Operator.Kind == SyntaxKind.NotKeyword;
        var operand = isNot ? BindTruth(syntax.Operand) : BindQuantity(syntax.Operand);
        return operand.Type.IsError
            ? new BoundError(At(syntax))
            : new BoundUnary(isNot ? UnaryOperator.Not : UnaryOperator.Negate, operand, At(syntax));
    }

    private BoundExpression BindConditional(ConditionalExpressionSyntax syntax)
    {
        var condition = BindTruth(syntax.Condition);
        var whenTrue = Bind(syntax.WhenTrue);
        var location = At(syntax);
        if (syntax.WhenFalse is null)
        {
            if (whenTrue.Type.Kind is not (ValueKind.Quantity or ValueKind.Truth or ValueKind.Error))
            {
                reporter.Report(
                    Descriptors.MissingPart, location, "`ならば`", "`でなければ`",
                    Hint.Of("数量でも真偽でもない値には、条件が成り立たないときの値も書いてください。", "A value that is no quantity needs one for when the condition fails."));
                return new BoundError(location);
            }

            if (condition.Type.IsError || whenTrue.Type.IsError)
            {
                return new BoundError(location);
            }

            BoundExpression zero = whenTrue.Type.Kind == ValueKind.Truth
                ? new BoundTruth(false, location)
                : new BoundNumber(ExactNumber.Zero, whenTrue.Type, location);
            return new BoundConditional(condition, whenTrue, zero, location);
        }

        var whenFalse = Bind(syntax.WhenFalse);
        if (condition.Type.IsError || whenTrue.Type.IsError || whenFalse.Type.IsError)
        {
            return new BoundError(location);
        }

        return RequireSame(Hint.Of("`ならば … でなければ`", "`ならば … でなければ`"), whenTrue, whenFalse)
            ? new BoundConditional(condition, whenTrue, whenFalse, location)
            : new BoundError(location);
    }

    private BoundExpression BindCall(CallExpressionSyntax syntax)
    {
        var arguments = syntax.Arguments.OfType<ExpressionSyntax>().Select(BindQuantity).ToImmutableArray();
        var location = At(syntax);
        if (arguments.IsEmpty || arguments.Any(a => a.Type.IsError))
        {
            return new BoundError(location);
        }

        var name = Hint.Of($"`{syntax.Function.Text}`", $"`{syntax.Function.Text}`");
        foreach (var argument in arguments.Skip(1))
        {
            if (!RequireSame(name, arguments[0], argument))
            {
                return new BoundError(location);
            }
        }

        var function = FunctionOf(syntax.Function);
        var isRounding = function is not (IntrinsicFunction.Minimum or IntrinsicFunction.Maximum);
        if (isRounding && (arguments.Length != 2 || ConstantFolder.Fold(arguments[1]) is not { Sign: > 0 }))
        {
            reporter.Report(Descriptors.BadRoundingUnit, location, syntax.Function.Text);
            return new BoundError(location);
        }

        return new BoundCall(function, arguments, arguments[0].Type, location);
    }

    private static IntrinsicFunction FunctionOf(SyntaxToken function) => function.Kind switch
    {
        SyntaxKind.MinimumKeyword => IntrinsicFunction.Minimum,
        SyntaxKind.RoundDownKeyword => IntrinsicFunction.RoundDown,
        SyntaxKind.RoundNearestKeyword => IntrinsicFunction.RoundNearest,
        SyntaxKind.RoundUpKeyword => IntrinsicFunction.RoundUp,
        _ => IntrinsicFunction.Maximum,
    };
}
