namespace KaigoDsl.Runtime;

/// <summary>One bin of a distribution.</summary>
/// <param name="From">The lowest score in it, in 点.</param>
/// <param name="To">The highest score in it, in 点; not below <paramref name="From"/>.</param>
/// <param name="Count">How many scores it holds.</param>
/// <param name="AtLeast">How many scores are in this bin or a higher one.</param>
public readonly record struct HistogramBin(int From, int To, int Count, int AtLeast);
