using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>A condition of the form <c>input &gt; number</c>, which says who carries something out at all.</summary>
/// <param name="Column">The input.</param>
internal sealed record PopulationRule(int Column)
{
    /// <summary>Recognises the condition; only a bound of zero says "at all".</summary>
    public static PopulationRule? Recognise(ExpressionPlan? expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.Greater, Left: ColumnExpression { Type: ExpressionType.Quantity } column, Right: NumberExpression number }
            when number.Value.Numerator.IsZero => new PopulationRule(column.Column),
        BinaryExpression { Operator: BinaryOperator.Less, Left: NumberExpression number, Right: ColumnExpression { Type: ExpressionType.Quantity } column }
            when number.Value.Numerator.IsZero => new PopulationRule(column.Column),
        _ => null,
    };

    /// <summary>Marks a row as one that does not carry it out.</summary>
    public void Exclude(NationDraft draft, int row) => draft.Quantities(Column)[row] = Rational.Zero;
}
