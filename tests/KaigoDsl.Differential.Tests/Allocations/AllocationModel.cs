using System.Collections.Immutable;

namespace KaigoDsl.Differential.Tests.Allocations;

/// <summary>An expression of an allocation: what section 20 of the language reference lets one write, with names of one scope.</summary>
internal abstract record AllocExpr
{
    public virtual IEnumerable<AllocExpr> Parts => [];

    public IEnumerable<AllocExpr> SelfAndParts() => Parts.SelectMany(p => p.SelfAndParts()).Prepend(this);
}

/// <summary>A number of a unit: <c>10</c> of <c>千円</c>.</summary>
internal sealed record AllocNumber(string Digits, string Unit) : AllocExpr;

/// <summary>An attribute, an input or a 値 of the allocation.</summary>
internal sealed record AllocName(string Label) : AllocExpr;

/// <summary><c>推進.得点</c>; without a grant the whole.</summary>
internal sealed record AllocScore(string Grant) : AllocExpr;

/// <summary>Arithmetic, comparison or logic, by its Japanese sign.</summary>
internal sealed record AllocBinary(string Sign, AllocExpr Left, AllocExpr Right) : AllocExpr
{
    public override IEnumerable<AllocExpr> Parts => [Left, Right];
}

/// <summary>最大 or 最小 of two.</summary>
internal sealed record AllocExtreme(bool IsMaximum, AllocExpr Left, AllocExpr Right) : AllocExpr
{
    public override IEnumerable<AllocExpr> Parts => [Left, Right];
}

internal sealed record AllocNot(AllocExpr Operand) : AllocExpr
{
    public override IEnumerable<AllocExpr> Parts => [Operand];
}

/// <summary><c>全国順位 上位3割</c>; the name is left out where there is one ranking only and <paramref name="IsNamed"/> says so.</summary>
internal sealed record AllocTop(string Standing, bool IsNamed, bool FromWorst, string Share) : AllocExpr;

/// <summary>The standing of a row, in 位.</summary>
internal sealed record AllocStanding(string Standing) : AllocExpr;

/// <summary>A column beside key and name.</summary>
/// <param name="IsInput">Whether allocations declare it; otherwise it is an attribute.</param>
internal sealed record AllocColumn(string Label, string Unit, bool IsInput);

/// <summary>A decision without values: 該当 where the condition holds.</summary>
internal sealed record AllocGateDecision(string Label, AllocExpr Condition);

internal sealed record AllocRounding(string Target, string Unit, long Numerator, long Denominator, string Direction);

/// <param name="Rounds"><see langword="null"/> for 収束まで.</param>
/// <param name="IsByAmounts">按分, written.</param>
/// <param name="IsAmongUncapped">上限未満, written.</param>
internal sealed record AllocRedistribution(AllocExpr? Weight, bool IsByAmounts, int? Rounds, AllocExpr? Members, bool IsAmongUncapped);

/// <param name="Kind">報告, 最大剰余, 翌回へ繰越, 特定の団体へ, 枠へ or 配分へ.</param>
/// <param name="Allocation">For 配分へ the place of the target in <see cref="AllocSpec.Allocations"/>.</param>
/// <param name="Pool">For 枠へ, and for 配分へ when one 枠 is meant; otherwise -1.</param>
internal sealed record AllocResidue(string Kind, AllocExpr? Key, bool HighestFirst, ImmutableArray<string> Recipients, int Allocation, int Pool);

/// <param name="Boundaries">Upper boundaries in 人, ascending; one class more than these.</param>
/// <param name="Budgets">In 円; empty when they are in proportion to <paramref name="BudgetMeasure"/>.</param>
internal sealed record AllocSizes(AllocExpr Measure, ImmutableArray<int> Boundaries, ImmutableArray<long> Budgets, AllocExpr? BudgetMeasure);

/// <param name="Rule">按分, 均等 or 配分しない.</param>
internal sealed record AllocPool(
    string Label,
    long Budget,
    string Rule,
    AllocExpr? Weight,
    ImmutableArray<AllocExpr> Conditions,
    AllocSizes? Sizes,
    AllocExpr? Members,
    AllocExpr? Cap,
    AllocExpr? Floor,
    AllocRedistribution? Redistribution,
    ImmutableArray<AllocRounding> Roundings,
    AllocResidue? Residue);

/// <param name="Share">Of last year's amount, as written.</param>
internal sealed record AllocTransition(AllocExpr Previous, string Share, bool IsNormalised);

internal sealed record AllocModel(
    string Label,
    bool IsBudgetConstant,
    ImmutableArray<(string Decision, bool LeavesBase)> Gates,
    ImmutableArray<(string Label, AllocExpr Value)> Values,
    ImmutableArray<(string Label, AllocExpr Value, bool HighestFirst, AllocExpr? Population)> Standings,
    ImmutableArray<AllocPool> Pools,
    AllocTransition? Transition,
    ImmutableArray<AllocRounding> Roundings,
    AllocExpr? Cap,
    AllocExpr? Floor,
    AllocRedistribution? Redistribution,
    AllocResidue? Residue)
{
    public long Budget => Pools.Sum(p => p.Budget);

    /// <summary>Every expression that is evaluated for rows.</summary>
    public IEnumerable<AllocExpr> Expressions => new[] { Transition?.Previous, Cap, Floor, Redistribution?.Weight, Redistribution?.Members, Residue?.Key }
        .Concat(Values.Select(v => v.Value))
        .Concat(Standings.SelectMany(s => new[] { s.Value, s.Population }))
        .Concat(Pools.SelectMany(p => p.Conditions.Concat(new[]
        {
            p.Weight, p.Members, p.Cap, p.Floor, p.Sizes?.Measure, p.Sizes?.BudgetMeasure, p.Redistribution?.Weight, p.Redistribution?.Members, p.Residue?.Key,
        }.OfType<AllocExpr>())))
        .OfType<AllocExpr>();
}

/// <summary>A framework of two grants, decisions, and allocations by their points; an allocation only spills into a later one of the list.</summary>
/// <param name="Points">Full marks of the items, by grant: 推進, 支援.</param>
/// <param name="WrittenOrder">The order the allocations are written in.</param>
internal sealed record AllocSpec(
    ImmutableArray<AllocColumn> Columns,
    ImmutableArray<ImmutableArray<int>> Points,
    ImmutableArray<AllocGateDecision> Decisions,
    ImmutableArray<AllocModel> Allocations,
    ImmutableArray<int> WrittenOrder)
{
    public static ImmutableArray<string> Grants { get; } = ["推進", "支援"];
}
