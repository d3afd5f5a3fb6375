using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>An allocation carried out, or refused with every reason.</summary>
public sealed class AllocationResult
{
    internal AllocationResult(AllocationPlan plan, RulesEvaluation rules, ImmutableArray<AllocationProblem> problems)
    {
        (Plan, Rules, Problems) = (plan, rules, problems);
    }

    /// <summary>The allocation.</summary>
    public AllocationPlan Plan { get; }

    /// <summary>The rules and scores it was computed from.</summary>
    public RulesEvaluation Rules { get; }

    /// <summary>The rows.</summary>
    public EntityTable Table => Rules.Table;

    /// <summary>Why it was refused; empty when it was carried out.</summary>
    public ImmutableArray<AllocationProblem> Problems { get; }

    /// <summary>Whether it was carried out.</summary>
    public bool IsDone => Problems.IsEmpty;

    /// <summary>What was unknown about rows, and how it was taken.</summary>
    public ImmutableArray<AllocationNote> Notes { get; internal init; } = [];

    /// <summary>What every 枠 paid, in written order.</summary>
    public ImmutableArray<PoolOutcome> Pools { get; internal init; } = [];

    /// <summary>案 by row, in 円: the sum of the 枠 after 激変緩和 and the rounding of the total, before 上限 and 下限 of the whole.</summary>
    public ImmutableArray<Rational> Proposed { get; internal init; } = [];

    /// <summary>交付額 by row, in 円.</summary>
    public ImmutableArray<Rational> Payments { get; internal init; } = [];

    /// <summary>Whether it was found in whole numbers throughout; otherwise as fractions, with the same amounts.</summary>
    public bool IsWhole { get; internal init; }

    /// <summary>What came from earlier allocations.</summary>
    public ImmutableArray<ReceivedSpill> Received { get; internal init; } = [];

    /// <summary>What goes to later allocations.</summary>
    public ImmutableArray<ReceivedSpill> Spills { get; internal init; } = [];

    /// <summary>The proof that it closes; <see langword="null"/> when refused.</summary>
    public ClosingCertificate? Certificate { get; internal init; }

    /// <summary>The certificate as a file has it; empty when refused.</summary>
    public string CertificateJson { get; internal init; } = string.Empty;

    /// <summary>What the independent verifier says about the certificate; <see langword="null"/> when refused.</summary>
    public CertificateVerification? Verification { get; internal init; }

    /// <summary>Whether a row may be paid; false when it fails a 交付要件.</summary>
    public bool IsPayable(int row) => Plan.Gates.All(gate => Rules.IsMet(gate.Decision, row) == Truth.True);
}
