using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>定数: a named number that can be overridden.</summary>
/// <param name="label">Its name.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="type">A quantity.</param>
/// <param name="value">Its default in base units.</param>
/// <param name="unit">The unit it was written in.</param>
public sealed class ConstantSymbol(string label, TextLocation location, ValueType type, ExactNumber value, string unit)
    : Symbol(label, location)
{
    /// <summary>A quantity, or the error type.</summary>
    public ValueType Type { get; } = type;

    /// <summary>Its default in base units.</summary>
    public ExactNumber Value { get; } = value;

    /// <summary>The unit it was written in.</summary>
    public string Unit { get; } = unit;
}
