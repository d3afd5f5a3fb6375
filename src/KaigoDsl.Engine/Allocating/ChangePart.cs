using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The part of a change that a factor is responsible for.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Amount">In 円, exact; below zero when it took money away.</param>
public readonly record struct ChangePart(ChangeFactor Factor, Rational Amount);
