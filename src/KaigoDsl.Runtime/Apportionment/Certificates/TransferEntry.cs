namespace KaigoDsl.Runtime;

/// <summary>What is left on an account goes to another.</summary>
/// <param name="From">The account it leaves.</param>
/// <param name="To">The account it goes to.</param>
/// <param name="Amount">In 円; the whole balance.</param>
public sealed record TransferEntry(string From, string To, Rational Amount) : CertificateEntry;
