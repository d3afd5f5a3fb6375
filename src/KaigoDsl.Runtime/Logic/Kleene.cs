namespace KaigoDsl.Runtime;

/// <summary>Kleene's strong three-valued logic: unknown only where the known sides do not decide.</summary>
public static class Kleene
{
    /// <summary>A known truth value.</summary>
    public static Truth From(bool value) => value ? Truth.True : Truth.False;

    /// <summary>かつ: false if either is false.</summary>
    public static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False
        : left == Truth.True && right == Truth.True ? Truth.True
        : Truth.Unknown;

    /// <summary>または: true if either is true.</summary>
    public static Truth Or(Truth left, Truth right) =>
        left == Truth.True || right == Truth.True ? Truth.True
        : left == Truth.False && right == Truth.False ? Truth.False
        : Truth.Unknown;

    /// <summary>否: unknown stays unknown.</summary>
    public static Truth Not(Truth value) => value switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };

    /// <summary>= over truth values; unknown when a side is.</summary>
    public static Truth Equal(Truth left, Truth right) =>
        left == Truth.Unknown || right == Truth.Unknown ? Truth.Unknown : From(left == right);

    /// <summary>= over texts, ordinal; unknown when a side is missing.</summary>
    public static Truth Equal(string? left, string? right) =>
        left is null || right is null ? Truth.Unknown : From(string.Equals(left, right, StringComparison.Ordinal));
}
