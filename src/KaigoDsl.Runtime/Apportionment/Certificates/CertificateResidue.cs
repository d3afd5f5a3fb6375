namespace KaigoDsl.Runtime;

/// <summary>What is left on an account at the end.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">In 円; below zero when rounding up spent more than the budget.</param>
/// <param name="Destination">Where it goes: 報告, 翌回へ繰越, or the allocation that takes it.</param>
public sealed record CertificateResidue(string Account, Rational Amount, string Destination);
