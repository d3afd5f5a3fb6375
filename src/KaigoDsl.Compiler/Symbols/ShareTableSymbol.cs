using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>割合表: shares that make up a whole.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
public sealed class ShareTableSymbol(string label, TextLocation location) : Symbol(label, location)
{
    /// <summary>Its shares in written order.</summary>
    public List<(string Label, ExactNumber Value, TextLocation Location)> Shares { get; } = [];
}
