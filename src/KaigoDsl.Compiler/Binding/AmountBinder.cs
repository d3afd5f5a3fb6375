using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Amounts of yen and what is made of numbers and constants only.</summary>
internal sealed class AmountBinder(Reporter reporter, ExpressionBinder expressions)
{
    private static readonly Dimension Yen = Dimension.Of("円");

    public ExpressionBinder Expressions { get; } = expressions;

    /// <summary>An amount of yen for every row.</summary>
    public BoundExpression BindYen(ExpressionSyntax syntax, LocalizedText what)
    {
        var bound = Expressions.BindQuantity(syntax);
        if (bound.Type.IsError || bound.Type.Dimension.Equals(Yen))
        {
            return bound;
        }

        var bare = bound is BoundNumber && bound.Type.Dimension.IsNone;
        reporter.Report(
            Descriptors.NotYen, bound.Location, what, "`" + bound.Type + "`",
            bare ? Hint.Of("`円` か `千円` を付けてください。", "Write the unit: `円` or `千円`.") : Hint.None);
        return new BoundError(bound.Location);
    }

    /// <summary>A quantity made of numbers and constants only.</summary>
    public BoundExpression BindConstant(ExpressionSyntax syntax, LocalizedText what) => Constant(Expressions.BindQuantity(syntax), what);

    /// <summary>The budget among the parts of a header; reports when there is none, or when it is none.</summary>
    public BoundExpression? BindBudget(ImmutableArray<HeaderPartSyntax> parts, TextLocation owner, LocalizedText what)
    {
        if (parts.OfType<BudgetPartSyntax>().FirstOrDefault() is { } part)
        {
            return BindBudget(part, what);
        }

        // Text that could not be read may have been the budget.
        if (!parts.Any(p => p is SkippedPartSyntax))
        {
            reporter.Report(
                Descriptors.MissingPart, owner, what, Hint.Of("金額", "amount"),
                Hint.Of("`9_549_149千円` のように書いてください。", "Write e.g. `9_549_149千円`."));
        }

        return null;
    }

    /// <summary>The budget a part states.</summary>
    public BoundExpression BindBudget(BudgetPartSyntax part, LocalizedText what)
    {
        var bound = Constant(BindYen(part.Amount, what), what);
        if (ConstantFolder.Fold(bound) is { Sign: < 0 } value)
        {
            reporter.Report(Descriptors.NegativeBudget, bound.Location, what, DigitGroups.Format(value));
            return new BoundError(bound.Location);
        }

        return bound;
    }

    private BoundExpression Constant(BoundExpression bound, LocalizedText what)
    {
        if (bound.Type.IsError || ConstantFolder.Fold(bound) is not null)
        {
            return bound;
        }

        reporter.Report(Descriptors.AmountNotConstant, bound.Location, what);
        return new BoundError(bound.Location);
    }
}
