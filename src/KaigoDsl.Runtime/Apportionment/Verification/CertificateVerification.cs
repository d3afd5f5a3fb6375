using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>What the verifier found.</summary>
/// <param name="Name">The allocation that the certificate is about; empty when it could not be read.</param>
/// <param name="Faults">What is wrong; empty when the certificate holds.</param>
/// <param name="NumbersChecked">How many sums were done again.</param>
public sealed record CertificateVerification(string Name, ImmutableArray<CertificateFault> Faults, int NumbersChecked)
{
    /// <summary>Whether every number follows from the others and the allocation closes.</summary>
    public bool Holds => Faults.IsEmpty;
}
