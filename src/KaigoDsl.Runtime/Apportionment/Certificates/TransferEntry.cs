namespace KaigoDsl.Runtime;

/// <summary>What is left on an account, or a part of it, goes to another.</summary>
/// <param name="From">The account it leaves.</param>
/// <param name="To">The account it goes to.</param>
/// <param name="Part">How much of it.</param>
/// <param name="Amount">In 円.</param>
public sealed record TransferEntry(string From, string To, TransferPart Part, Rational Amount) : CertificateEntry;
