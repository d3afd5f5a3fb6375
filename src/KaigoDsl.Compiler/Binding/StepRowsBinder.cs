using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>The rows of one step table: ascending boundaries, one open row at the end, values in the declared order.</summary>
internal sealed class StepRowsBinder(Reporter reporter, StepTableSymbol symbol, StepTableDeclarationSyntax syntax, SourceText source)
{
    private bool _isBroken;

    public void Bind(Func<ExpressionSyntax, Symbols.ValueType, ExactNumber?> fold)
    {
        var rows = syntax.Members.OfType<StepRowSyntax>().ToArray();
        _isBroken = syntax.Members.Any(m => m is SkippedMemberSyntax) || syntax.CloseBrace.IsMissing;
        StepRowSyntax? before = null;
        foreach (var row in rows)
        {
            var isOpen = row.Relation.Kind == SyntaxKind.AndAboveKeyword;
            if (isOpen && row.Boundary is not null)
            {
                // 720万円以上: the boundary of the last row is that of the row before it.
                CheckLastBoundary(row, fold);
            }

            var below = isOpen || row.Boundary is null ? null : fold(row.Boundary, symbol.Argument);
            var value = fold(row.Value, symbol.Result);
            if (row.Relation.IsMissing || value is null || (below is null && !isOpen))
            {
                _isBroken = true;
                continue;
            }

            if (below is { } boundary && symbol.Rows.LastOrDefault(r => r.Below is not null)?.Below is { } last && boundary <= last && before?.Boundary is { } written)
            {
                reporter.Report(
                    Descriptors.StepsNotAscending, row.Boundary?.At(source) ?? row.At(source),
                    [new RelatedLocation(written.At(source), new LocalizedText("前の境", "the boundary before it"))], null,
                    symbol.Label, "`" + row.Boundary + "`", "`" + written + "`");
            }

            if (below is not null)
            {
                before = row;
            }

            symbol.Rows.Add(new StepRowSymbol(
                below, row.Relation.Kind == SyntaxKind.AtMostKeyword, value.Value,
                row.Parts.OfType<TitlePartSyntax>().Select(t => StringLiteral.Unquote(t.Text.Text)).FirstOrDefault(), row.At(source)));
        }

        CheckEnd(rows);
        CheckOrder(rows);
    }

    private void CheckLastBoundary(StepRowSyntax row, Func<ExpressionSyntax, Symbols.ValueType, ExactNumber?> fold)
    {
        if (row.Boundary is { } boundary && fold(boundary, symbol.Argument) is { } value
            && symbol.Rows.LastOrDefault() is { Below: { } last } && value != last)
        {
            reporter.Report(Descriptors.StepsNotClosed, boundary.At(source), symbol.Label);
        }
    }

    private void CheckEnd(StepRowSyntax[] rows)
    {
        var open = Array.FindIndex(rows, r => r.Relation.Kind == SyntaxKind.AndAboveKeyword);
        if (open < 0 ? !_isBroken : open < rows.Length - 1)
        {
            var location = open < 0 ? symbol.Location : rows[open + 1].At(source);
            reporter.Report(Descriptors.StepsNotClosed, location, symbol.Label);
        }
    }

    private void CheckOrder(StepRowSyntax[] rows)
    {
        if (syntax.Order is not { } order || _isBroken)
        {
            return;
        }

        for (var i = 1; i < symbol.Rows.Count; i++)
        {
            var comparison = symbol.Rows[i].Value.CompareTo(symbol.Rows[i - 1].Value);
            if (order.Kind == SyntaxKind.AscendingKeyword ? comparison < 0 : comparison > 0)
            {
                reporter.Report(
                    Descriptors.StepsNotMonotone, rows[i].Value.At(source),
                    [new RelatedLocation(rows[i - 1].Value.At(source), new LocalizedText("前の値", "the value before it"))], null,
                    symbol.Label, order.Text, "`" + rows[i - 1].Value + "`", "`" + rows[i].Value + "`");
                return;
            }
        }
    }
}
