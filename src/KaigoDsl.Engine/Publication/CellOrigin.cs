namespace KaigoDsl.Engine;

/// <summary>Where the points of one cell of the published table come from.</summary>
public enum CellOrigin
{
    /// <summary>回答: answered ○, × or 未実施.</summary>
    Answered,

    /// <summary>未報告: an answer was asked for and not given.</summary>
    NotReported,

    /// <summary>算定: computed from inputs, by a ranking or a condition.</summary>
    Computed,

    /// <summary>欠測: computed, but a value that it needs is missing.</summary>
    MissingValue,

    /// <summary>結果: the result was reported and stands instead of what would be computed.</summary>
    Overridden,

    /// <summary>得点入力: the points themselves were reported.</summary>
    PointsReported,
}
