namespace KaigoDsl.Runtime;

/// <summary>激変緩和: (1 − share) × new + share × previous.</summary>
/// <param name="Previous">Last year's amount by row; missing leaves the new amount.</param>
/// <param name="Share">The part of last year's amount.</param>
/// <param name="Normalised">総額に合わせる.</param>
public sealed record TransitionTask(Lazy<QuantityRows> Previous, Lazy<Rational> Share, bool Normalised);
