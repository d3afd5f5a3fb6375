using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>段階: a value for each interval.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="argument">What is looked up: a quantity, a fiscal year or a date.</param>
/// <param name="argumentUnit">The unit it is written in.</param>
/// <param name="result">What is found: a quantity.</param>
/// <param name="resultUnit">The unit it is written in.</param>
public sealed class StepTableSymbol(
    string label, TextLocation location, ValueType argument, string argumentUnit, ValueType result, string resultUnit)
    : Symbol(label, location)
{
    /// <summary>What is looked up: a quantity, a fiscal year or a date.</summary>
    public ValueType Argument { get; } = argument;

    /// <summary>The unit of the boundaries; empty for none, 年度 or 日付 for the calendar.</summary>
    public string ArgumentUnit { get; } = argumentUnit;

    /// <summary>What is found: a quantity.</summary>
    public ValueType Result { get; } = result;

    /// <summary>The unit of the values; empty for none.</summary>
    public string ResultUnit { get; } = resultUnit;

    /// <summary>Its rows in written order.</summary>
    public List<StepRowSymbol> Rows { get; } = [];
}

/// <summary>A row of a step table.</summary>
/// <param name="Below">Where it ends; <see langword="null"/> for the last.</param>
/// <param name="BelowIncluded">Whether the boundary still belongs to it (以下).</param>
/// <param name="Value">Its value.</param>
/// <param name="Title">Its title.</param>
/// <param name="Location">Where it is written.</param>
public sealed record StepRowSymbol(ExactNumber? Below, bool BelowIncluded, ExactNumber Value, string? Title, TextLocation Location);
