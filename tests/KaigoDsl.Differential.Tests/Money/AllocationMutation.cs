namespace KaigoDsl.Differential.Tests.Money;

/// <summary>A deliberate mistake of the naive allocator: the comparison must notice each, or it could not fail.</summary>
internal enum AllocationMutation
{
    None,
    GateIgnored,
    WithheldIsPaid,
    ClassBoundaryIncluded,
    ClassBudgetNotRounded,
    UnknownConditionCounts,
    MembersIgnored,
    ShareNotRounded,
    AmountNotRounded,
    RemainderNotGiven,
    CapOfPoolIgnored,
    RedistributionForgotten,
    TransitionForgotten,
    TransitionNotNormalised,
    TotalNotRounded,
    CapOfWholeIgnored,
    StepBoundaryBelow,
    FormulaNotRounded,
    UnknownClausePassedOver,
    StandingCountsEquals,
}
