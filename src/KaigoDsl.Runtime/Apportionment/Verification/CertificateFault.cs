namespace KaigoDsl.Runtime;

/// <summary>One thing in a certificate that is not so.</summary>
/// <param name="Place">Where: entry number from 1 and recipient, or the part of the certificate.</param>
/// <param name="Rule">The name of the rule that is broken, for machines: <c>quota</c>, <c>weightSum</c>, <c>closing</c> …</param>
/// <param name="Expected">What the sums give; empty when there is no number to give.</param>
/// <param name="Found">What is written; empty when nothing is.</param>
public sealed record CertificateFault(string Place, string Rule, string Expected, string Found);
