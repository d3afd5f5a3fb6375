namespace KaigoDsl.Tooling.Diffing;

public static partial class ChangeKinds
{
    /// <summary>A 算式 or 値.</summary>
    public static ChangeKind FormulaAdded { get; } = Meaning("D611", "formula-added", "算式の追加", "formula added");

    /// <summary>A 算式 or 値 that is gone.</summary>
    public static ChangeKind FormulaRemoved { get; } = Meaning("D612", "formula-removed", "算式の削除", "formula removed");

    /// <summary>What a 算式 or 値 is.</summary>
    public static ChangeKind FormulaChanged { get; } = Payee("D613", "formula", "算式", "formula");

    /// <summary>The unit a formula is reported in.</summary>
    public static ChangeKind FormulaUnitChanged { get; } = Meaning("D614", "formula-unit", "算式の単位", "unit of the formula");

    /// <summary>A 段階.</summary>
    public static ChangeKind StepTableAdded { get; } = Meaning("D621", "steps-added", "段階の追加", "step table added");

    /// <summary>A 段階 that is gone.</summary>
    public static ChangeKind StepTableRemoved { get; } = Meaning("D622", "steps-removed", "段階の削除", "step table removed");

    /// <summary>The boundaries or values of a 段階.</summary>
    public static ChangeKind StepTableChanged { get; } = Payee("D623", "steps", "段階", "steps");

    /// <summary>A 割合表.</summary>
    public static ChangeKind ShareTableAdded { get; } = Meaning("D631", "shares-added", "割合表の追加", "share table added");

    /// <summary>A 割合表 that is gone.</summary>
    public static ChangeKind ShareTableRemoved { get; } = Meaning("D632", "shares-removed", "割合表の削除", "share table removed");

    /// <summary>A share of a 割合表.</summary>
    public static ChangeKind ShareChanged { get; } = Payee("D633", "share", "割合", "share");

    /// <summary>A 順位 of rules or allocations.</summary>
    public static ChangeKind StandingAdded { get; } = Meaning("D641", "standing-added", "名前のある順位の追加", "named ranking added");

    /// <summary>A 順位 of rules or allocations that is gone.</summary>
    public static ChangeKind StandingRemoved { get; } = Meaning("D642", "standing-removed", "名前のある順位の削除", "named ranking removed");

    /// <summary>The measure, direction or population of a 順位 of rules or allocations.</summary>
    public static ChangeKind StandingChanged { get; } = Payee("D643", "standing", "名前のある順位", "named ranking");

    /// <summary>A 配分.</summary>
    public static ChangeKind AllocationAdded { get; } = Payee("D701", "allocation-added", "配分の追加", "allocation added");

    /// <summary>A 配分 that is gone.</summary>
    public static ChangeKind AllocationRemoved { get; } = Payee("D702", "allocation-removed", "配分の削除", "allocation removed");

    /// <summary>The budget of a 配分.</summary>
    public static ChangeKind BudgetChanged { get; } = Payee("D703", "budget", "配分の予算", "budget of the allocation");

    /// <summary>A 枠.</summary>
    public static ChangeKind PoolAdded { get; } = Payee("D704", "pool-added", "枠の追加", "pool added");

    /// <summary>A 枠 that is gone.</summary>
    public static ChangeKind PoolRemoved { get; } = Payee("D705", "pool-removed", "枠の削除", "pool removed");

    /// <summary>The budget of a 枠.</summary>
    public static ChangeKind PoolBudgetChanged { get; } = Payee("D706", "pool-budget", "枠の予算", "budget of the pool");

    /// <summary>按分, 均等 or 配分しない.</summary>
    public static ChangeKind PoolRuleChanged { get; } = Payee("D707", "pool-rule", "枠の分け方", "how the pool is divided");

    /// <summary>What is counted in 按分.</summary>
    public static ChangeKind WeightChanged { get; } = Payee("D708", "weight", "按分の重み", "weight");

    /// <summary>The 条件 of 均等.</summary>
    public static ChangeKind EqualConditionsChanged { get; } = Payee("D709", "equal-conditions", "均等の条件", "conditions of the equal shares");

    /// <summary>対象 of a 枠.</summary>
    public static ChangeKind MembersChanged { get; } = Payee("D710", "members", "枠の対象", "who takes part in the pool");

    /// <summary>規模: the measure and the boundaries.</summary>
    public static ChangeKind ClassesChanged { get; } = Payee("D711", "size-classes", "規模の区分", "size classes");

    /// <summary>規模別予算.</summary>
    public static ChangeKind ClassBudgetChanged { get; } = Payee("D712", "class-budget", "規模別予算", "budgets of the size classes");

    /// <summary>端数.</summary>
    public static ChangeKind AllocationRoundingChanged { get; } = Payee("D713", "allocation-rounding", "端数", "rounding");

    /// <summary>上限.</summary>
    public static ChangeKind AllocationCapChanged { get; } = Payee("D714", "allocation-cap", "上限", "cap");

    /// <summary>下限.</summary>
    public static ChangeKind AllocationFloorChanged { get; } = Payee("D715", "allocation-floor", "下限", "floor");

    /// <summary>再配分.</summary>
    public static ChangeKind RedistributionChanged { get; } = Payee("D716", "redistribution", "再配分", "redistribution");

    /// <summary>残余.</summary>
    public static ChangeKind ResidueChanged { get; } = Payee("D717", "residue", "残余", "residue");

    /// <summary>激変緩和.</summary>
    public static ChangeKind TransitionChanged { get; } = Payee("D718", "transition", "激変緩和", "transition");

    /// <summary>交付要件.</summary>
    public static ChangeKind GatesChanged { get; } = Payee("D719", "gates", "交付要件", "requirements for payment");

    /// <summary>A 判定.</summary>
    public static ChangeKind DecisionAdded { get; } = Payee("D801", "decision-added", "判定の追加", "decision added");

    /// <summary>A 判定 that is gone.</summary>
    public static ChangeKind DecisionRemoved { get; } = Payee("D802", "decision-removed", "判定の削除", "decision removed");

    /// <summary>A clause of a 判定.</summary>
    public static ChangeKind ClauseAdded { get; } = Payee("D803", "clause-added", "判定の条の追加", "clause added");

    /// <summary>A clause of a 判定 that is gone.</summary>
    public static ChangeKind ClauseRemoved { get; } = Payee("D804", "clause-removed", "判定の条の削除", "clause removed");

    /// <summary>The condition of a clause.</summary>
    public static ChangeKind ClauseChanged { get; } = Payee("D805", "clause", "判定の条件", "condition of the clause");

    /// <summary>The order of the clauses, of which the first that holds decides.</summary>
    public static ChangeKind ClauseOrderChanged { get; } = Payee("D806", "clause-order", "判定の条の順", "order of the clauses");
}
