namespace KaigoDsl.Runtime;

/// <summary>What a recipient is paid in the end.</summary>
/// <param name="Key">The row key.</param>
/// <param name="Amount">In 円.</param>
public sealed record CertificatePayment(string Key, Rational Amount);
