using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>対象: who is evaluated.</summary>
/// <param name="label">Its label: 市町村.</param>
/// <param name="location">Where its label stands.</param>
public sealed class EntitySymbol(string label, TextLocation location) : Symbol(label, location)
{
    /// <summary>The header of the key column (鍵).</summary>
    public string KeyLabel { get; internal set; } = string.Empty;

    /// <summary>The header of the name column (名称), when declared.</summary>
    public string? NameLabel { get; internal set; }

    /// <summary>Its attributes in written order.</summary>
    public List<ColumnSymbol> Attributes { get; } = [];
}
