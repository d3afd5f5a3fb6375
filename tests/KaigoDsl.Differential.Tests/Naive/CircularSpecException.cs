namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>A spec whose scores depend on themselves.</summary>
internal sealed class CircularSpecException() : Exception("The scores depend on themselves.");
