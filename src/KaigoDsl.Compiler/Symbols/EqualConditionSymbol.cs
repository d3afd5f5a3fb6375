using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>条件 of 均等.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
public sealed class EqualConditionSymbol(string label, TextLocation location) : Symbol(label, location)
{
    /// <summary>Who gets a share; <see langword="null"/> when it is missing.</summary>
    public BoundExpression? Condition { get; internal set; }

    /// <summary>As written.</summary>
    public string Text { get; internal set; } = string.Empty;
}
