namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>A deliberate mistake of the naive evaluator: the comparison must notice each, or it could not fail.</summary>
internal enum Mutation
{
    None,
    CeilingInsteadOfFloor,
    TiesLeftOut,
    CapIgnored,
    FirstSeriesAlways,
    StandingIgnoredBetweenEqualSeries,
    LosingSeriesKeepsItsPoints,
    MissingIsZero,
    UnknownPointsAreZero,
    PrerequisiteIgnored,
    OverrideIgnored,
    PopulationIgnored,
    MoreThanTheIndicatorExcluded,
    NotReportedIsNo,
    BottomCountsFromTheTop,
    EveryoneIsAMember,
    NothingKnownSumsToZero,
    UnknownMembersSayNo,
}
