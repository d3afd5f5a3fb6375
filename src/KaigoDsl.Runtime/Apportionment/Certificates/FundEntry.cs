namespace KaigoDsl.Runtime;

/// <summary>Money comes in: part of the budget is put on an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">In 円.</param>
/// <param name="Source">Where it comes from; <see langword="null"/> for the allocation's own budget, otherwise the other allocation whose rest it is.</param>
public sealed record FundEntry(string Account, Rational Amount, string? Source = null) : CertificateEntry;
