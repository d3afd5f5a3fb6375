using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>規模 and 規模別予算 of a 枠.</summary>
internal sealed class SizesBinder(Reporter reporter, SourceText source, AmountBinder amounts, PoolSymbol pool)
{
    public void Bind(SizeClauseSyntax syntax, ClassBudgetsClauseSyntax? budgets)
    {
        var sizes = new SizesSymbol(amounts.Expressions.BindQuantity(syntax.Measure), CanonicalText.Of(syntax.Measure), syntax.Keyword.At(source));
        pool.Sizes = sizes;
        ReadNotes(sizes, syntax.Notes);
        foreach (var member in syntax.Members)
        {
            switch (member)
            {
                case SizeClassSyntax { Label.IsMissing: false } size:
                    BindClass(sizes, size);
                    break;
                case SkippedMemberSyntax:
                    sizes.IsBroken = true;
                    break;
            }
        }

        if (budgets is not null)
        {
            ReadNotes(sizes, budgets.Notes);
            sizes.BudgetMeasure = amounts.Expressions.BindQuantity(budgets.Measure);
        }
    }

    private void ReadNotes(SizesSymbol sizes, IEnumerable<NotePartSyntax> notes)
    {
        foreach (var note in notes)
        {
            var text = StringLiteral.Unquote(note.Text.Text);
            if (note.Keyword.Kind == SyntaxKind.AssumptionKeyword)
            {
                sizes.Assumptions.Add(text);
            }
            else
            {
                HeaderParts.ReadNote(pool, note);
            }
        }
    }

    private void BindClass(SizesSymbol sizes, SizeClassSyntax syntax)
    {
        var symbol = new SizeClassSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source));
        HeaderParts.ReadNotes(symbol, syntax.Parts);
        sizes.Assumptions.AddRange(symbol.Assumptions);
        if (sizes.Classes.Find(c => c.Label == symbol.Label) is { } twin)
        {
            reporter.Report(Descriptors.DuplicateLabel, symbol.Location, [Reporter.DeclaredHere(twin)], null, symbol.Label, pool.Label);
        }

        sizes.Classes.Add(symbol);
        symbol.IsOpen = syntax.Upper is null;
        symbol.BoundaryLocation = (syntax.Upper ?? syntax.Lower ?? (SyntaxElement?)syntax.AndAbove ?? syntax.Label).At(source);
        symbol.From = BindBoundary(sizes, symbol, syntax.Lower);
        symbol.Below = BindBoundary(sizes, symbol, syntax.Upper);
        if (syntax.Parts.OfType<BudgetPartSyntax>().FirstOrDefault() is { } budget)
        {
            symbol.Budget = amounts.BindBudget(budget, Hint.Of($"区分 `{symbol.Label}` の予算額", $"The budget of the class `{symbol.Label}`"));
        }
    }

    private ExactNumber? BindBoundary(SizesSymbol sizes, SizeClassSymbol symbol, ExpressionSyntax? syntax)
    {
        if (syntax is null)
        {
            return null;
        }

        var bound = amounts.Expressions.BindQuantity(syntax);
        if (bound.Type.IsError || sizes.Measure.Type.IsError)
        {
            symbol.IsBroken = true;
            return null;
        }

        // A constant may be overridden at run time; the order of the classes is decided here.
        var isNumber = ConstantFolder.Fold(bound) is not null && !bound.SelfAndParts().OfType<BoundConstant>().Any();
        if (isNumber && bound.Type.Dimension.Equals(sizes.Measure.Type.Dimension))
        {
            return ConstantFolder.Fold(bound);
        }

        symbol.IsBroken = true;
        reporter.Report(
            Descriptors.BadClassBoundary, bound.Location, symbol.Label, "`" + sizes.Measure.Type + "`",
            isNumber ? Hint.Of($"これは `{bound.Type}` です。", $"This is `{bound.Type}`.") : Hint.None);
        return null;
    }
}
