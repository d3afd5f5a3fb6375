using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using ValueType = KaigoDsl.Compiler.Symbols.ValueType;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Type syntax → types and columns; units come from the language's table and from 単位 declarations.</summary>
internal sealed class TypeBinder(DeclarationTable table, Reporter reporter, SourceText source)
{
    public ColumnSymbol BindColumn(LabelSyntax label, TypeSyntax type, ImmutableArray<HeaderPartSyntax> parts, bool isInput)
    {
        var (valueType, unit, factor, members) = Bind(type);
        var column = new ColumnSymbol(LabelText.Of(label), label.At(source), valueType, unit, factor, isInput) { Members = members };
        HeaderParts.ReadNotes(column, parts);
        return column;
    }

    /// <summary>The dimension and factor of a unit; <see langword="null"/> when it is unknown.</summary>
    public (Dimension Dimension, ExactNumber Factor)? FindUnit(string name)
    {
        if (SyntaxFacts.FindUnit(name) is { } fact)
        {
            return (Dimension.Of(fact.Dimension), fact.Factor);
        }

        return table.Units.Find(name, source.Path, out var rivals) is { } unit ? (Dimension.Of(unit.Label), ExactNumber.One)
            : rivals.Count > 0 ? (Dimension.Of(name), ExactNumber.One)
            : null;
    }

    /// <summary>Every unit a misspelt one could be.</summary>
    public IEnumerable<string> UnitNames() =>
        SyntaxFacts.Units.SelectMany(u => new[] { u.Japanese, u.English }).Concat(table.Units.Labels);

    /// <summary>A type with its unit as written, one of that unit in base units, and the members of a 種別.</summary>
    public (ValueType Type, string Unit, ExactNumber Factor, IReadOnlyList<string> Members) Bind(TypeSyntax syntax)
    {
        switch (syntax)
        {
            case KeywordTypeSyntax keyword:
                return (keyword.Keyword.Kind switch
                {
                    SyntaxKind.BooleanKeyword => ValueType.Truth,
                    SyntaxKind.TextKeyword => ValueType.Text,
                    SyntaxKind.FiscalYearKeyword => ValueType.FiscalYear,
                    SyntaxKind.DateKeyword => ValueType.Date,
                    _ => ValueType.Error,
                }, string.Empty, ExactNumber.One, []);
            case ReferenceTypeSyntax reference:
                return (new ValueType(ValueKind.Reference, Dimension.None, LabelText.Of(reference.Entity)), string.Empty, ExactNumber.One, []);
            case NamedTypeSyntax { Name.IsMissing: false } named:
                return BindNamed(named);
            default:
                return (ValueType.Error, string.Empty, ExactNumber.One, []);
        }
    }

    private (ValueType Type, string Unit, ExactNumber Factor, IReadOnlyList<string> Members) BindNamed(NamedTypeSyntax syntax)
    {
        var name = LabelText.Of(syntax.Name);
        if (syntax.Denominator is null && table.Enumerations.Find(name, source.Path, out _) is { } enumeration)
        {
            return (new ValueType(ValueKind.Enumeration, Dimension.None, enumeration.Label), string.Empty, ExactNumber.One, enumeration.Members);
        }

        if (FindUnit(name) is not { } unit)
        {
            return Unknown(syntax.Name, name);
        }

        if (syntax.Denominator is not { } denominator)
        {
            return (ValueType.Quantity(unit.Dimension), name, unit.Factor, []);
        }

        var under = LabelText.Of(denominator);
        return FindUnit(under) is { } other
            ? (ValueType.Quantity(unit.Dimension.Over(other.Dimension)), name + "/" + under, unit.Factor / other.Factor, [])
            : Unknown(denominator, under);
    }

    private (ValueType Type, string Unit, ExactNumber Factor, IReadOnlyList<string> Members) Unknown(SyntaxToken token, string name)
    {
        var near = NearestName.Find(name, UnitNames().Concat(table.Enumerations.Labels));
        reporter.Report(
            Descriptors.UnknownType,
            token.At(source),
            [],
            Reporter.Replace(token.At(source), near),
            name,
            Hint.DidYouMean(near, Hint.Of($"`単位 {name}` を宣言すると使えます。", $"Declare `単位 {name}` to use it.")));
        return (ValueType.Error, string.Empty, ExactNumber.One, []);
    }
}
