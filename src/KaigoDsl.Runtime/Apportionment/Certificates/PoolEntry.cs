using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>The balance of an account is divided among recipients: rows, or the accounts of size classes.</summary>
public sealed record PoolEntry : CertificateEntry
{
    /// <summary>The frame (枠) or the step (再配分) this belongs to.</summary>
    public required string Title { get; init; }

    /// <summary>The size class (区分); <see langword="null"/> when there is none.</summary>
    public string? SizeClass { get; init; }

    /// <summary>The round of a redistribution, from 1; 0 for what is no redistribution.</summary>
    public int Round { get; init; }

    /// <summary>The account that pays, and keeps the residue.</summary>
    public required string Account { get; init; }

    /// <summary>Whether all that the recipients hold goes back to the account first, to be divided anew.</summary>
    public bool Recall { get; init; }

    /// <summary>Whether the recipients are accounts (規模別予算) instead of rows.</summary>
    public bool ToAccounts { get; init; }

    /// <summary>What is divided, in 円: the balance of the account.</summary>
    public required Rational Budget { get; init; }

    /// <summary>How shares are rounded.</summary>
    public AmountRounding ShareRounding { get; init; }

    /// <summary>How amounts are rounded.</summary>
    public AmountRounding Rounding { get; init; }

    /// <summary>What becomes of what caps cut off; <see langword="null"/> when nobody has a cap or floor.</summary>
    public BoundsRule? Bounds { get; init; }

    /// <summary>What becomes of what rounding leaves over.</summary>
    public ResidueRule Residue { get; init; }

    /// <summary>Which end of the tie keys comes first.</summary>
    public TieOrder TieOrder { get; init; }

    /// <summary>円 per unit of weight; missing when no level spends the budget.</summary>
    public required Rational Level { get; init; }

    /// <summary>By recipient.</summary>
    public required ImmutableArray<PoolRow> Rows { get; init; }

    /// <summary>Σ weights.</summary>
    public required Rational WeightSum { get; init; }

    /// <summary>Σ caps; <see langword="null"/> when nobody has one.</summary>
    public Rational? CapSum { get; init; }

    /// <summary>Σ floors; <see langword="null"/> when nobody has one.</summary>
    public Rational? FloorSum { get; init; }

    /// <summary>Σ tie keys; <see langword="null"/> when there are none.</summary>
    public Rational? TieKeySum { get; init; }

    /// <summary>Σ amounts that recipients got, in 円.</summary>
    public required Rational Paid { get; init; }

    /// <summary>Σ amounts of recipients that may not have them (不該当), in 円; they stay on the account.</summary>
    public required Rational Withheld { get; init; }

    /// <summary>What no recipient may have, in 円.</summary>
    public required Rational Unallocated { get; init; }

    /// <summary>What rounding left over (below zero: spent too much), in 円.</summary>
    public required Rational RoundingResidue { get; init; }

    /// <summary>What stays on the account, in 円: withheld + unallocated + rounding residue.</summary>
    public required Rational Rest { get; init; }
}
