using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// One budget to divide among recipients in proportion to weights (按分). Equal shares are equal weights; equal shares with multiplicity
/// are weights that count the conditions met; one self-normalising rate over base amounts is those amounts as weights.
/// </summary>
public sealed record ApportionmentRequest
{
    /// <summary>The budget in 円, 0 or more.</summary>
    public required Rational Budget { get; init; }

    /// <summary>The weights by recipient, 0 or more, in any one unit: multiplying all of them by the same number changes nothing.</summary>
    public required ImmutableArray<Rational> Weights { get; init; }

    /// <summary>How w ÷ Σw is rounded before it meets the budget. Must be none when there are caps or floors.</summary>
    public AmountRounding ShareRounding { get; init; } = AmountRounding.None;

    /// <summary>How each amount is rounded, in 円.</summary>
    public AmountRounding Rounding { get; init; } = AmountRounding.None;

    /// <summary>
    /// The most a recipient may get, in 円; <see langword="null"/> where there is no cap; empty when nobody has one. With a rounding
    /// a cap counts in whole units: it is rounded down, so that a rounded amount never passes it.
    /// </summary>
    public ImmutableArray<Rational?> Caps { get; init; } = [];

    /// <summary>
    /// The least a recipient must get, in 円; as <see cref="Caps"/>, rounded up to whole units. Where no whole unit lies between floor
    /// and cap, the cap decides.
    /// </summary>
    public ImmutableArray<Rational?> Floors { get; init; } = [];

    /// <summary>What becomes of what caps cut off; floors are paid by the others either way.</summary>
    public BoundsRule Bounds { get; init; } = BoundsRule.UntilSettled;

    /// <summary>What becomes of what rounding leaves over; the largest remainder needs a <see cref="Rounding"/>.</summary>
    public ResidueRule Residue { get; init; } = ResidueRule.Report;

    /// <summary>Decides between equal remainders; empty when nothing was declared.</summary>
    public ImmutableArray<Rational> TieKeys { get; init; } = [];

    /// <summary>Which end of <see cref="TieKeys"/> comes first.</summary>
    public TieOrder TieOrder { get; init; } = TieOrder.Ascending;

    /// <summary>The row keys, which decide last, in ordinal order; empty when such a tie is to be refused.</summary>
    public ImmutableArray<string> FinalKeys { get; init; } = [];

    /// <summary>Whether any recipient may have a cap or floor.</summary>
    public bool HasBounds => !Caps.IsEmpty || !Floors.IsEmpty;

    /// <summary>The cap of a recipient in whole units; <see langword="null"/> when it has none.</summary>
    public Rational? EffectiveCap(int recipient) =>
        !Caps.IsEmpty && Caps[recipient] is { } cap ? Rounding.Below(cap) : null;

    /// <summary>The floor of a recipient in whole units and not above its effective cap; 0 when it has none.</summary>
    public Rational EffectiveFloor(int recipient)
    {
        if (Floors.IsEmpty || Floors[recipient] is not { } floor)
        {
            return Rational.Zero;
        }

        var above = Rounding.Above(floor);
        return EffectiveCap(recipient) is { } cap ? Rational.Min(above, cap) : above;
    }
}
