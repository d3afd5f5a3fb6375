using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>A published number in base units.</summary>
/// <param name="Value">The number.</param>
/// <param name="Precision">Half of its last printed digit.</param>
internal readonly record struct PublishedNumber(ExactNumber Value, ExactNumber Precision)
{
    /// <summary>Reads the number of a figure; <see langword="null"/> when it is no number, or none of the wanted unit (reported).</summary>
    /// <param name="syntax">The figure.</param>
    /// <param name="wanted">The dimension it must have.</param>
    /// <param name="hint">What to write instead.</param>
    /// <param name="table">Where units are declared.</param>
    /// <param name="reporter">Takes the report.</param>
    /// <param name="source">The file.</param>
    public static PublishedNumber? Read(
        PublishedValueSyntax syntax, Dimension wanted, LocalizedText hint, DeclarationTable table, Reporter reporter, SourceText source)
    {
        var literal = NumberLiteral.Parse(syntax.Value.Text);
        if (!literal.IsValid)
        {
            return null;
        }

        var unit = new TypeBinder(table, reporter, source).FindUnit(literal.Unit);
        if (literal.Unit.Length == 0 || unit is null || !unit.Value.Dimension.Equals(wanted))
        {
            var written = unit is null ? literal.Unit : unit.Value.Dimension.ToString();
            reporter.Report(
                Descriptors.TypeMismatch, syntax.Value.At(source), Hint.Of($"{wanted} の数", $"a number of {wanted}"), "`" + written + "`", hint);
            return null;
        }

        var sign = syntax.Sign is null ? ExactNumber.One : -ExactNumber.One;
        return new PublishedNumber(sign * literal.Value * unit.Value.Factor, literal.Resolution * unit.Value.Factor / 2);
    }
}
