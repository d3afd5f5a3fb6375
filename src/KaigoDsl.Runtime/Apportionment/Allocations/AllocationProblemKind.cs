namespace KaigoDsl.Runtime;

/// <summary>Why an allocation was refused.</summary>
public enum AllocationProblemKind
{
    /// <summary>Two rows share a key, or a row has none: a payment could not be told whose it is.</summary>
    UnusableKey,

    /// <summary>The data lacks a column that the allocation reads.</summary>
    MissingColumn,

    /// <summary>There is nobody to allocate to.</summary>
    NoRows,

    /// <summary>A 交付要件 cannot be decided for a row.</summary>
    UndecidedGate,

    /// <summary>A budget is 欠測.</summary>
    MissingBudget,

    /// <summary>A budget is below zero.</summary>
    NegativeBudget,

    /// <summary>The 枠 do not add up to the budget (a replaced constant can do that); the value is the difference.</summary>
    PoolsDoNotAddUp,

    /// <summary>The budgets of the 区分 do not add up to their 枠; the value is the difference.</summary>
    ClassesDoNotAddUp,

    /// <summary>A row's weight is 欠測.</summary>
    MissingWeight,

    /// <summary>A row's weight is below zero.</summary>
    NegativeWeight,

    /// <summary>The measure of 規模 or 規模別予算 is 欠測 or below zero.</summary>
    UnusableSize,

    /// <summary>A row's 上限 or 下限 is 欠測.</summary>
    MissingBound,

    /// <summary>A row's 上限 or 下限 is below zero.</summary>
    NegativeBound,

    /// <summary>A row's 上限 is below its 下限.</summary>
    CapBelowFloor,

    /// <summary>A 枠 rounds its 按分率 and has 上限 or 下限, which move the shares: the two do not go together.</summary>
    ShareRoundingWithBounds,

    /// <summary>The 下限 together need more than there is; the value is what is lacking.</summary>
    FloorsExceedBudget,

    /// <summary>A row that competes for a unit of the residue has a 欠測 key.</summary>
    MissingTieKey,

    /// <summary>Rows with equal remainders compete for fewer units than they are.</summary>
    UndecidedTie,

    /// <summary>激変緩和 pays more than there is; the value is the excess.</summary>
    TransitionExceedsBudget,

    /// <summary>The part of last year's amount is not from 0 to 1.</summary>
    UnusableTransitionShare,

    /// <summary>A named recipient of the residue is not in the data.</summary>
    UnknownRecipient,

    /// <summary>An allocation that spills into this one was itself refused or had no data.</summary>
    MissingSource,
}
