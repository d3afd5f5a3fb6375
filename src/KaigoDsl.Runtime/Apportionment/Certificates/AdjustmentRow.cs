namespace KaigoDsl.Runtime;

/// <summary>One recipient of an <see cref="AdjustmentEntry"/>, in 円.</summary>
/// <param name="Key">The row key.</param>
/// <param name="Before">What it holds.</param>
/// <param name="Limit">The cap or the new amount, before rounding; <see langword="null"/> where there is none.</param>
/// <param name="After">What it holds afterwards.</param>
public sealed record AdjustmentRow(string Key, Rational Before, Rational? Limit, Rational After);
