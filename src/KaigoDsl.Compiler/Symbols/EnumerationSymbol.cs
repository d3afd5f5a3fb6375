using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>種別: a closed list of labels.</summary>
/// <param name="label">Its name.</param>
/// <param name="location">Where its label stands.</param>
public sealed class EnumerationSymbol(string label, TextLocation location) : Symbol(label, location)
{
    /// <summary>Its members in written order.</summary>
    public List<string> Members { get; } = [];
}
