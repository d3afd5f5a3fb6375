namespace KaigoDsl.Compiler.Lowering;

/// <summary>What a 端数 rounds.</summary>
public enum RoundingTarget
{
    /// <summary>金額: each row's amount in each 枠.</summary>
    Amount,

    /// <summary>按分率: weight ÷ sum of weights, before it is multiplied by the budget.</summary>
    Share,

    /// <summary>規模別予算: each class's budget.</summary>
    ClassBudget,

    /// <summary>合計: each row's sum over the 枠.</summary>
    Total,
}
