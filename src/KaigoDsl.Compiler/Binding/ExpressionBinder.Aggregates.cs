using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// Aggregates over members: <c>管内.市町村.得点 の平均</c>, or of an expression in brackets, each of whose names begins with 管内 again:
/// <c>(管内.市町村.給付費 ÷ 管内.市町村.第1号被保険者数) の最大</c>.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindAggregate(AggregateExpressionSyntax syntax)
    {
        var location = At(syntax);
        if (membersOf is not null)
        {
            reporter.Report(Descriptors.AggregateMisused, location, Hint.Of(
                "集計する値の中で、さらに集計することはできません。", "An aggregate cannot stand inside what another one takes."));
            return new BoundError(location);
        }

        if (syntax.Operand.IsMissing)
        {
            return new BoundError(location);
        }

        if (MemberLabel(syntax.Operand) is not { } label)
        {
            reporter.Report(Descriptors.AggregateMisused, location, Hint.Of(
                $"`{syntax.Function.Text}` の前には `管内.市町村.得点` のような値か、そのような値からなる式を括弧に入れて書いてください。",
                $"`{syntax.Function.Text}` follows a value such as `管内.市町村.得点`, or an expression of such values in brackets."));
            return new BoundError(location);
        }

        var member = framework is null ? null : table.FindFramework(framework.FiscalYear, label);
        var link = member?.Entity?.Attributes.Find(a => a.Type.Kind == ValueKind.Reference && a.Type.Name == framework?.EntityLabel);
        if (framework is null || member is null || link is null)
        {
            reporter.Report(Descriptors.AggregateMisused, location, Hint.Of(
                $"`{label}` には、同じ年度の評価体系と、`{framework?.EntityLabel ?? "対象"}` を指す属性（`: 対象 …`）が必要です。",
                $"`{label}` needs a framework of the same year and an attribute that refers to `{framework?.EntityLabel ?? "the entity"}`."));
            return new BoundError(location);
        }

        var function = FunctionOf(syntax.Function.Kind);
        if (function is null)
        {
            reporter.Report(Descriptors.AggregateMisused, syntax.Function.At(source), Hint.Of(
                "標準偏差は無理数になり得るので、式の中では使えません。統計の出力で見てください。",
                "A standard deviation can be irrational and cannot stand in an expression. See the statistics output."));
            return new BoundError(location);
        }

        var inner = new ExpressionBinder(table, reporter, source, member, null, label);
        var value = IsWholeEntity(syntax.Operand) ? new BoundTruth(true, location) : inner.Bind(syntax.Operand);
        return CheckAggregate(function.Value, member, link, value, location);
    }

    private BoundExpression CheckAggregate(
        AggregateFunction function, FrameworkSymbol member, ColumnSymbol link, BoundExpression value, TextLocation location)
    {
        if (value.Type.IsError)
        {
            return value;
        }

        var wanted = function == AggregateFunction.Share ? ValueKind.Truth : ValueKind.Quantity;
        if (function != AggregateFunction.Count && value.Type.Kind != wanted)
        {
            return Expect(value, wanted, wanted == ValueKind.Truth ? "真偽" : "数量", wanted == ValueKind.Truth ? "a truth value" : "a quantity", Hint.None);
        }

        var type = function switch
        {
            AggregateFunction.Count => ValueType.Quantity(Dimension.Entities),
            AggregateFunction.Share => ValueType.Quantity(Dimension.None),
            _ => value.Type,
        };
        return new BoundAggregate(function, member, link, value, type, location);
    }

    private static AggregateFunction? FunctionOf(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.OfSumKeyword => AggregateFunction.Sum,
        SyntaxKind.OfMeanKeyword => AggregateFunction.Mean,
        SyntaxKind.OfMedianKeyword => AggregateFunction.Median,
        SyntaxKind.OfMaximumKeyword => AggregateFunction.Maximum,
        SyntaxKind.OfMinimumKeyword => AggregateFunction.Minimum,
        SyntaxKind.OfCountKeyword => AggregateFunction.Count,
        SyntaxKind.OfShareKeyword => AggregateFunction.Share,
        _ => null,
    };

    /// <summary>The entity whose values an operand takes: the label behind the first 管内; <see langword="null"/> when none is there.</summary>
    private static string? MemberLabel(ExpressionSyntax operand)
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(operand);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node is PathSyntax path)
            {
                var labels = path.Labels();
                if (labels.Count >= 2 && IsMembersKeyword(labels[0]))
                {
                    return labels[1];
                }

                continue;
            }

            foreach (var child in node.Children.OfType<SyntaxNode>().Reverse())
            {
                pending.Push(child);
            }
        }

        return null;
    }

    private static bool IsWholeEntity(ExpressionSyntax operand) => operand is NameExpressionSyntax { Path: var path } && path.Labels().Count == 2;

    private BoundExpression BindMemberName(PathSyntax path, IReadOnlyList<string> labels, TextLocation location)
    {
        if (ResolveAmongMembers(labels, location) is { } found)
        {
            return found;
        }

        if (labels.Count < 3 || !IsMembersKeyword(labels[0]) || labels[1] != membersOf)
        {
            reporter.Report(Descriptors.AggregateMisused, location, Hint.Of(
                $"集計する値の中では、名前を `管内.{membersOf}.…` と書いてください。定数だけはそのまま書けます。",
                $"What is aggregated is named `管内.{membersOf}.…`; only constants stand alone."));
            return new BoundError(location);
        }

        var token = path.LabelTokens()[2];
        var near = NearestName.Find(labels[2], VisibleNames(true));
        reporter.Report(
            Descriptors.UnknownName, token.At(source), [], Reporter.Replace(token.At(source), near), labels[2], Hint.DidYouMean(near, Hint.None));
        return new BoundError(location);
    }

    private BoundExpression? ResolveAmongMembers(IReadOnlyList<string> labels, TextLocation location) =>
        labels.Count == 1 ? ResolveConstant(labels[0], location)
        : labels.Count >= 3 && IsMembersKeyword(labels[0]) && labels[1] == membersOf ? ResolvePath([.. labels.Skip(2)], location)
        : null;
}
