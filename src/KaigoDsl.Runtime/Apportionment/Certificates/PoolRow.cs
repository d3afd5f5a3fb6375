namespace KaigoDsl.Runtime;

/// <summary>One recipient of a <see cref="PoolEntry"/>.</summary>
/// <param name="Key">The row key or the account.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Quota">Its exact amount before rounding, in 円.</param>
/// <param name="Amount">Its amount, in 円.</param>
public sealed record PoolRow(string Key, Rational Weight, Rational Quota, Rational Amount)
{
    /// <summary>The most it may get, in 円; <see langword="null"/> without a cap.</summary>
    public Rational? Cap { get; init; }

    /// <summary>The least it must get, in 円; <see langword="null"/> without a floor.</summary>
    public Rational? Floor { get; init; }

    /// <summary>Decides between equal remainders; <see langword="null"/> when there is none.</summary>
    public Rational? TieKey { get; init; }

    /// <summary>1 when the largest remainder gave it a unit, −1 when it took one back, otherwise 0.</summary>
    public int UnitsMoved { get; init; }

    /// <summary>Whether it does not meet the requirements (不該当), so that its amount stays on the account.</summary>
    public bool Withheld { get; init; }
}
