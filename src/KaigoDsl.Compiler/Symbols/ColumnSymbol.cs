using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>An attribute of an entity or an input (入力) of a node: a column of the data.</summary>
/// <param name="label">Its label, which is also its header.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="type">The type of its values.</param>
/// <param name="unit">The unit as declared, empty for none.</param>
/// <param name="unitFactor">A bare number in a cell times this is the value in base units.</param>
/// <param name="isInput">Whether it is an input rather than an attribute.</param>
public sealed class ColumnSymbol(
    string label, TextLocation location, ValueType type, string unit, ExactNumber unitFactor, bool isInput)
    : Symbol(label, location)
{
    /// <summary>The type of its values.</summary>
    public ValueType Type { get; } = type;

    /// <summary>The unit as declared, empty for none.</summary>
    public string Unit { get; } = unit;

    /// <summary>A bare number in a cell times this is the value in base units.</summary>
    public ExactNumber UnitFactor { get; } = unitFactor;

    /// <summary>Whether it is an input rather than an attribute.</summary>
    public bool IsInput { get; } = isInput;

    /// <summary>The labels of its 種別; empty otherwise.</summary>
    public IReadOnlyList<string> Members { get; internal set; } = [];
}
