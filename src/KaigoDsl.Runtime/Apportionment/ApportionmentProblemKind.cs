namespace KaigoDsl.Runtime;

/// <summary>Why nothing was apportioned.</summary>
public enum ApportionmentProblemKind
{
    /// <summary>The budget is 欠測.</summary>
    MissingBudget,

    /// <summary>The budget is below zero.</summary>
    NegativeBudget,

    /// <summary>A recipient's weight is 欠測: nobody's share can be told.</summary>
    MissingWeight,

    /// <summary>A recipient's weight is below zero.</summary>
    NegativeWeight,

    /// <summary>A recipient's cap or floor is 欠測. A recipient without one has none written.</summary>
    MissingBound,

    /// <summary>A recipient's cap or floor is below zero.</summary>
    NegativeBound,

    /// <summary>A recipient's cap is below its floor.</summary>
    CapBelowFloor,

    /// <summary>The floors together need more than the budget; the amount is what is lacking.</summary>
    FloorsExceedBudget,

    /// <summary>A recipient that competes for a unit of the residue has a 欠測 tie key.</summary>
    MissingTieKey,

    /// <summary>Recipients with equal remainders and equal keys compete for fewer units than they are.</summary>
    UndecidedTie,
}
