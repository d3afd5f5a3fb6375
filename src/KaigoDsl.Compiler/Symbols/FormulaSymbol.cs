using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>算式, or a 値 inside a rule or an allocation.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="owner">Label of what a 値 belongs to; <see langword="null"/> for an 算式.</param>
public sealed class FormulaSymbol(string label, TextLocation location, string? owner) : RuleSymbol(label, location, owner)
{
    /// <summary>The declared type, or that of the expression.</summary>
    public ValueType Type { get; internal set; } = ValueType.Error;

    /// <summary>The unit it is reported in, empty for none.</summary>
    public string Unit { get; internal set; } = string.Empty;

    /// <summary>One of that unit in base units.</summary>
    public ExactNumber UnitFactor { get; internal set; } = ExactNumber.One;

    /// <summary>What it is; <see langword="null"/> until it is bound.</summary>
    public BoundExpression? Expression { get; internal set; }

    /// <summary>The expression as written.</summary>
    public string Text { get; internal set; } = string.Empty;

    internal override IEnumerable<BoundExpression> Expressions => Expression is null ? [] : [Expression];
}
