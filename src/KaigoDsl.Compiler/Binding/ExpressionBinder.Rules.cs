using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>What only rules and allocations say: step tables, tiers of named rankings, clauses of decisions.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>Binds an expression that must be of a type: for a quantity, of its dimension; a date may be written as a text.</summary>
    public BoundExpression BindAs(ExpressionSyntax syntax, ValueType wanted)
    {
        var bound = Bind(syntax);
        if (bound.Type.IsError || wanted.IsError)
        {
            return bound;
        }

        if (AsArgument(bound, wanted) is { } fitting)
        {
            return fitting;
        }

        reporter.Report(Descriptors.TypeMismatch, bound.Location, Describe(wanted), Describe(bound.Type), Hint.None);
        return new BoundError(bound.Location);
    }

    private BoundExpression BindLookup(LookupExpressionSyntax syntax)
    {
        var location = At(syntax);
        var labels = syntax.Table.Labels();
        if (labels.Count == 0)
        {
            return new BoundError(location);
        }

        var name = string.Join(".", labels);
        if (rules is null)
        {
            reporter.Report(Descriptors.UnknownStepTable, syntax.Table.At(source), name, Hint.Of(
                "段階を引けるのは、判定・算式・配分の中だけです。", "Step tables can be asked in decisions, formulas and allocations only."));
            return new BoundError(location);
        }

        IReadOnlyList<StepTableSymbol> rivals = [];
        var steps = labels.Count == 1 ? table.StepTables.Find(labels[0], source.Path, out rivals) : null;
        if (steps is null)
        {
            if (rivals.Count > 0)
            {
                reporter.Report(Descriptors.AmbiguousName, syntax.Table.At(source), [.. rivals.Select(Reporter.DeclaredHere)], null, name);
                return new BoundError(location);
            }

            var near = NearestName.Find(name, table.StepTables.Labels);
            reporter.Report(
                Descriptors.UnknownStepTable, syntax.Table.At(source), [], Reporter.Replace(syntax.Table.At(source), near), name,
                Hint.DidYouMean(near, Hint.Of($"`段階 {name} : … → … {{ … }}` を宣言してください。", $"Declare `段階 {name} : … → … {{ … }}`.")));
            return new BoundError(location);
        }

        var arguments = syntax.Arguments.OfType<ExpressionSyntax>().ToArray();
        var bound = arguments.Select(Bind).ToArray();
        if (steps.Argument.IsError || steps.Result.IsError || bound.Any(b => b.Type.IsError))
        {
            return new BoundError(location);
        }

        var argument = bound.Length == 1 ? AsArgument(bound[0], steps.Argument) : null;
        if (argument is null)
        {
            var given = bound.Length == 1
                ? Hint.Of($"ここにあるのは {Describe(bound[0].Type).Japanese} です。", $"Here is {Describe(bound[0].Type).English}.")
                : Hint.Of($"ここには {bound.Length} 個あります。", $"Here are {bound.Length}.");
            reporter.Report(
                Descriptors.BadLookup, bound.Length == 1 ? bound[0].Location : location, [Reporter.DeclaredHere(steps)], null, steps.Label,
                "`" + (steps.ArgumentUnit.Length > 0 ? steps.ArgumentUnit : steps.Argument.ToString()) + "`", given);
            return new BoundError(location);
        }

        return new BoundStepLookup(steps, argument, location);
    }

    private BoundExpression? AsArgument(BoundExpression value, ValueType wanted) => wanted.Kind switch
    {
        ValueKind.Date when AsDate(value) is { Type.Kind: ValueKind.Date } date => date,
        ValueKind.FiscalYear when value.Type.Kind == ValueKind.FiscalYear => value,
        ValueKind.Quantity when value.Type.Kind == ValueKind.Quantity && value.Type.Dimension.Equals(wanted.Dimension) => value,
        _ => null,
    };

    private BoundExpression BindTier(TierExpressionSyntax syntax)
    {
        var location = At(syntax);
        var share = BindQuantity(syntax.Share);
        var named = syntax.Standing is null ? null : Bind(syntax.Standing);
        if (share.Type.IsError || named is { Type.IsError: true })
        {
            return new BoundError(location);
        }

        if ((named as BoundStanding)?.Standing is not { } standing)
        {
            if (syntax.Standing is not null || rules?.SoleStanding is not { } sole || !rules.Rules.Read(sole, location, _depth))
            {
                reporter.Report(Descriptors.StandingMisused, location, Hint.Of(
                    "`上位` と `下位` は、`順位 全国順位 得点, 高い順` のように名前を付けた順位の後に `全国順位 上位3割` と書きます。順位が一つだけなら名前を省けます。",
                    "`top` and `bottom` follow a ranking declared with a name: `ranking 全国順位 score, highest_first`, then `全国順位 top 3wari`. The name may be left out where there is one ranking only."));
                return new BoundError(location);
            }

            standing = sole;
        }

        var isNumber = share is BoundNumber;
        if (!share.Type.Dimension.IsNone || (isNumber && share is BoundNumber number && (number.Value.Sign <= 0 || number.Value > ExactNumber.One)))
        {
            reporter.Report(Descriptors.BadShare, share.Location, syntax.Share.ToString());
            return new BoundError(location);
        }

        var count = new BoundRankedCount(standing, location);
        var limit = new BoundBinary(BinaryOperator.Multiply, share, count, count.Type, location);
        var place = new BoundStanding(standing, syntax.Side.Kind == SyntaxKind.BottomKeyword, location);
        return new BoundBinary(BinaryOperator.LessOrEqual, place, limit, ValueType.Truth, location);
    }

    /// <summary>支援要件.区分 = 1: the label of a clause is written bare. <see langword="null"/> when neither side is the 区分 of a decision.</summary>
    private BoundExpression? BindClauseComparison(BinaryExpressionSyntax syntax, BoundExpression? boundLeft, BinaryOperator @operator)
    {
        if (boundLeft is not null || rules is null || @operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return null;
        }

        var (leftDecision, rightDecision) = (DecisionOf(syntax.Left), DecisionOf(syntax.Right));
        if ((leftDecision is null) == (rightDecision is null))
        {
            return null;
        }

        var left = leftDecision is null ? BindClause(syntax.Left, rightDecision) : Bind(syntax.Left);
        var right = rightDecision is null ? BindClause(syntax.Right, leftDecision) : Bind(syntax.Right);
        if (left is null || right is null)
        {
            return null;
        }

        return left.Type.IsError || right.Type.IsError
            ? new BoundError(At(syntax))
            : new BoundBinary(@operator, left, right, ValueType.Truth, At(syntax));
    }

    private DecisionSymbol? DecisionOf(ExpressionSyntax syntax) =>
        WithoutParentheses(syntax) is NameExpressionSyntax { Path: var path } && path.Labels() is { Count: 2 } labels
        && SyntaxFacts.FindKeyword(labels[1])?.Kind == SyntaxKind.ClassKeyword
            ? rules?.FindDecision(labels[0])
            : null;

    private BoundExpression? BindClause(ExpressionSyntax syntax, DecisionSymbol? decision)
    {
        var label = WithoutParentheses(syntax) switch
        {
            NumberExpressionSyntax { Slash: null } number => LabelText.Of(number.Number),
            StringExpressionSyntax text => StringLiteral.Unquote(text.Text.Text),
            NameExpressionSyntax { Path: var path } when path.Labels().Count == 1 => path.Labels()[0],
            _ => null,
        };
        if (label is null || decision is null)
        {
            return null;
        }

        if (decision.Clauses.Exists(c => c.Label == label))
        {
            return new BoundText(label, ValueType.Text, At(syntax));
        }

        if (WithoutParentheses(syntax) is NameExpressionSyntax { Path: var name } && ResolvesAlone(name))
        {
            return null;
        }

        var labels = decision.Clauses.Select(c => c.Label).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var near = NearestName.Find(label, labels);
        reporter.Report(
            Descriptors.UnknownClause, At(syntax), [Reporter.DeclaredHere(decision)], Reporter.Replace(At(syntax), near), label, decision.Label,
            Hint.DidYouMean(near, Hint.Of($"あるのは {string.Join("・", labels)} です。", $"There are: {string.Join(", ", labels)}.")));
        return new BoundError(At(syntax));
    }

    private BoundError ReportUnknownMember(PathSyntax path, IReadOnlyList<string> labels, IEnumerable<string> names, TextLocation location)
    {
        var token = path.LabelTokens()[1];
        var near = NearestName.Find(labels[1], names);
        reporter.Report(
            Descriptors.UnknownName, token.At(source), [], Reporter.Replace(token.At(source), near), labels[1],
            Hint.DidYouMean(near, Hint.Of($"`{labels[0]}` にあるのは {string.Join("・", names)} です。", $"`{labels[0]}` has: {string.Join(", ", names)}.")));
        return new BoundError(location);
    }
}
