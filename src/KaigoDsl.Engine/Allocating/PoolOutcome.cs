using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>What a 枠 paid.</summary>
/// <param name="Plan">The 枠.</param>
/// <param name="Budget">Its budget in 円.</param>
/// <param name="Received">What spilled into it, in 円.</param>
/// <param name="Amounts">By row, in 円; 0 where it paid nothing.</param>
/// <param name="Paid">Σ amounts.</param>
/// <param name="Classes">By row: index of its 区分; −1 when it has none.</param>
public sealed record PoolOutcome(
    PoolPlan Plan, Rational Budget, Rational Received, ImmutableArray<Rational> Amounts, Rational Paid, ImmutableArray<int> Classes)
{
    /// <summary>By 区分: its budget in 円; empty without 規模.</summary>
    public ImmutableArray<Rational> ClassBudgets { get; init; } = [];

    /// <summary>What the 枠 did not pay, in 円; the certificate says where it went.</summary>
    public Rational Rest => Budget + Received - Paid;
}
