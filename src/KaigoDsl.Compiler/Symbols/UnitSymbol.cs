using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>単位: a further unit; its dimension bears its own name.</summary>
/// <param name="label">Its name.</param>
/// <param name="location">Where its label stands.</param>
public sealed class UnitSymbol(string label, TextLocation location) : Symbol(label, location);
