using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>
/// How a budget was divided, or why it was not. Conservation: budget = <see cref="Paid"/> + <see cref="Residue"/>, and
/// <see cref="Residue"/> = <see cref="Unallocated"/> + <see cref="RoundingResidue"/>.
/// </summary>
public sealed class ApportionmentResult
{
    private readonly ApportionmentRequest _request;

    internal ApportionmentResult(ApportionmentRequest request, ImmutableArray<ApportionmentProblem> problems)
    {
        _request = request;
        Problems = problems;
        Amounts = [];
        UnitsMoved = [];
        WeightSum = Paid = Unallocated = Level = Rational.Missing;
    }

    internal ApportionmentResult(
        ApportionmentRequest request, Rational weightSum, Rational level, Rational unallocated, ImmutableArray<Rational> amounts, ImmutableArray<sbyte> unitsMoved)
    {
        _request = request;
        Problems = [];
        WeightSum = weightSum;
        Level = level;
        Unallocated = unallocated;
        Amounts = amounts;
        UnitsMoved = unitsMoved;
        Paid = ExactSum.Of(amounts.AsSpan());
    }

    /// <summary>Why nothing was apportioned, in the order of recipients; empty when it was.</summary>
    public ImmutableArray<ApportionmentProblem> Problems { get; }

    /// <summary>Whether the budget was apportioned.</summary>
    public bool IsDone => Problems.IsEmpty;

    /// <summary>The amounts in 円 by recipient; empty when refused.</summary>
    public ImmutableArray<Rational> Amounts { get; }

    /// <summary>Units that the largest remainder gave (1) or took back (−1), by recipient; empty when it moved none.</summary>
    public ImmutableArray<sbyte> UnitsMoved { get; }

    /// <summary>Σw.</summary>
    public Rational WeightSum { get; }

    /// <summary>
    /// 円 per unit of weight: every quota is <c>level × weight</c> held between floor and cap. The smallest such number when there are
    /// several; missing when no level spends the budget (no weights, or every recipient at its cap).
    /// </summary>
    public Rational Level { get; }

    /// <summary>Σ amounts, in 円.</summary>
    public Rational Paid { get; }

    /// <summary>Budget − paid, in 円. Negative when rounding up spent more than the budget.</summary>
    public Rational Residue => _request.Budget - Paid;

    /// <summary>The part of the residue that no recipient may have: there is no weight, or caps leave it (until settled: all are at their caps).</summary>
    public Rational Unallocated { get; }

    /// <summary>The part of the residue that comes from rounding shares and amounts.</summary>
    public Rational RoundingResidue => Residue - Unallocated;

    /// <summary>The exact amount of a recipient before rounding (after the rounding of shares), in 円.</summary>
    public Rational Quota(int recipient)
    {
        if (WeightSum.Sign == 0 && !_request.HasBounds)
        {
            return Rational.Zero;
        }

        var weight = _request.Weights[recipient];
        if (!_request.HasBounds)
        {
            return _request.ShareRounding.Mode == RoundingMode.None
                ? Level * weight
                : _request.Budget * _request.ShareRounding.Apply(weight / WeightSum);
        }

        var floor = _request.EffectiveFloor(recipient);
        if (weight.Sign == 0)
        {
            return floor;
        }

        var cap = _request.EffectiveCap(recipient);
        if (Level.IsMissing)
        {
            return cap ?? floor;
        }

        var quota = Rational.Max(floor, Level * weight);
        return cap is { } limit ? Rational.Min(limit, quota) : quota;
    }
}
