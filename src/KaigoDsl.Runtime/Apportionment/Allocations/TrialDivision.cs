using System.Runtime.InteropServices;

namespace KaigoDsl.Runtime;

/// <summary>One budget to be divided by a <see cref="TrialRun"/> among rows whose weights and caps it has gathered.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Numerator">The budget in rounding units, as a fraction.</param>
/// <param name="Denominator">Above 0.</param>
/// <param name="Rounding">How amounts are rounded.</param>
[StructLayout(LayoutKind.Auto)]
internal record struct TrialDivision(int Count, long Numerator, long Denominator, AmountRounding Rounding)
{
    public bool HasCaps { get; init; }

    /// <summary>Whether what caps cut off goes to the others at once (収束まで); otherwise it is left.</summary>
    public bool UntilSettled { get; init; }

    /// <summary>The largest remainder in force; <see langword="null"/> for none.</summary>
    public ResidueTask? Residue { get; init; }

    /// <summary>Σ amounts in rounding units, once divided.</summary>
    public long Paid { get; set; }

    /// <summary>What nobody may have, in rounding units, once divided.</summary>
    public Rational Unallocated { get; set; } = Rational.Zero;
}
