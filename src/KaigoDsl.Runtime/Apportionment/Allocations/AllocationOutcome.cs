using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>An allocation carried out, or refused with every reason.</summary>
public sealed record AllocationOutcome
{
    /// <summary>Why it was refused; empty when it was carried out.</summary>
    public ImmutableArray<AllocationProblem> Problems { get; init; } = [];

    /// <summary>Whether it was carried out.</summary>
    public bool IsDone => Problems.IsEmpty;

    /// <summary>What was unknown about rows, and how it was taken.</summary>
    public ImmutableArray<AllocationNote> Notes { get; init; } = [];

    /// <summary>What every 枠 paid, in written order.</summary>
    public ImmutableArray<PoolPayments> Pools { get; init; } = [];

    /// <summary>案 by row, in 円.</summary>
    public ImmutableArray<Rational> Proposed { get; init; } = [];

    /// <summary>交付額 by row, in 円.</summary>
    public ImmutableArray<Rational> Payments { get; init; } = [];

    /// <summary>Whether it was found in whole numbers throughout; otherwise as fractions, with the same amounts.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What goes to later allocations.</summary>
    public ImmutableArray<ReceivedSpill> Spills { get; init; } = [];

    /// <summary>The proof that it closes; <see langword="null"/> when refused or not asked for.</summary>
    public ClosingCertificate? Certificate { get; init; }

    /// <summary>The certificate as a file has it; empty without one.</summary>
    public string CertificateJson { get; init; } = string.Empty;

    /// <summary>What the independent verifier says about the certificate; <see langword="null"/> without one.</summary>
    public CertificateVerification? Verification { get; init; }
}
