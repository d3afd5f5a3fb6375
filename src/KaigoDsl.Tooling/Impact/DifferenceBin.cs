namespace KaigoDsl.Tooling.Impact;

/// <summary>How many entities' differences lie in a range.</summary>
/// <param name="From">The least difference in it, in 点.</param>
/// <param name="To">The greatest, in 点.</param>
/// <param name="Count">How many entities.</param>
public readonly record struct DifferenceBin(int From, int To, int Count);
