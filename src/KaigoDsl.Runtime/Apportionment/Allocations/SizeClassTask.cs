namespace KaigoDsl.Runtime;

/// <summary>A 区分 of 規模.</summary>
/// <param name="Label">As written: 1.</param>
/// <param name="Below">Upper boundary in base units, itself outside; <see langword="null"/> for the last class.</param>
/// <param name="Budget">Its budget in 円; <see langword="null"/> when proportional.</param>
public sealed record SizeClassTask(string Label, Rational? Below, Lazy<Rational>? Budget);
