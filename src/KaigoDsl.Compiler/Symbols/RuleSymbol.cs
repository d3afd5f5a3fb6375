using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>What rules compute for every row: a formula, a standing or a decision.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="owner">Label of the decision, formula or allocation it is declared in; <see langword="null"/> when public.</param>
public abstract class RuleSymbol(string label, TextLocation location, string? owner) : Symbol(label, location)
{
    /// <summary>Label of the decision, formula or allocation it is declared in; <see langword="null"/> when public.</summary>
    public string? Owner { get; } = owner;

    /// <summary>The text of its <c>///</c> comment.</summary>
    public string? Documentation { get; internal set; }

    /// <summary>As a person would name it: <c>支援要件.前年度事業費</c>.</summary>
    public string DisplayName => Owner is null ? Label : Owner + "." + Label;

    /// <summary>The expressions it is made of; empty until they are bound.</summary>
    internal abstract IEnumerable<BoundExpression> Expressions { get; }
}
