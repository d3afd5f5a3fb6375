using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>What recipients hold is cut to a cap, or set to a value; the difference goes to an account.</summary>
/// <param name="Title">What the step is called: 上限, 激変緩和.</param>
/// <param name="Kind">Whether <see cref="AdjustmentRow.Limit"/> is a cap or the new amount.</param>
/// <param name="Account">Receives what is taken (or, below zero, gives what is added).</param>
/// <param name="Rounding">How the new amount is rounded; a cap is rounded down, so that the amount never passes it.</param>
/// <param name="Rows">By recipient.</param>
/// <param name="LimitSum">Σ limits, in 円; 0 when no row has one.</param>
/// <param name="Taken">Σ (before − after), in 円.</param>
public sealed record AdjustmentEntry(
    string Title,
    AdjustmentKind Kind,
    string Account,
    AmountRounding Rounding,
    ImmutableArray<AdjustmentRow> Rows,
    Rational LimitSum,
    Rational Taken) : CertificateEntry;
