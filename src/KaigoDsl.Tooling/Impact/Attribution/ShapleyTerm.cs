namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Two worlds that differ by one factor.</summary>
/// <param name="Factor">Index of the factor in <see cref="ShapleyGame.Factors"/>.</param>
/// <param name="Without">Index of the world without it.</param>
/// <param name="With">Index of the world with it.</param>
/// <param name="Weight">What their difference counts, in 1 ÷ <see cref="ShapleyGame.Denominator"/>.</param>
internal readonly record struct ShapleyTerm(int Factor, int Without, int With, int Weight);
