using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>A clause of a decision.</summary>
/// <param name="label">Its label; empty for none.</param>
/// <param name="location">Where it is written.</param>
/// <param name="met">Whether it decides 該当.</param>
public sealed class ClauseSymbol(string label, TextLocation location, bool met) : Symbol(label, location)
{
    /// <summary>Whether it decides 該当.</summary>
    public bool Met { get; } = met;

    /// <summary>Its condition; <see langword="null"/> for the last clause, and until it is bound.</summary>
    public BoundExpression? Condition { get; internal set; }

    /// <summary>The condition as written; empty for none.</summary>
    public string Text { get; internal set; } = string.Empty;
}
