using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>順位 with a name, inside a rule or an allocation.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="owner">Label of what it belongs to.</param>
public sealed class StandingSymbol(string label, TextLocation location, string? owner) : RuleSymbol(label, location, owner)
{
    /// <summary>The measure; <see langword="null"/> until it is bound.</summary>
    public BoundExpression? Value { get; internal set; }

    /// <summary>Which end is best.</summary>
    public RankDirection Direction { get; internal set; }

    /// <summary>母集団, when written.</summary>
    public BoundExpression? Population { get; internal set; }

    /// <summary>The measure as written.</summary>
    public string Text { get; internal set; } = string.Empty;

    internal override IEnumerable<BoundExpression> Expressions => new[] { Value, Population }.OfType<BoundExpression>();
}
