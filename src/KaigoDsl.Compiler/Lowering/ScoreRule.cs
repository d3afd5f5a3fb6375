namespace KaigoDsl.Compiler.Lowering;

/// <summary>How a node gets its points.</summary>
public enum ScoreRule
{
    /// <summary>Its own points when its condition is true, otherwise 0.</summary>
    Item,

    /// <summary>The sum of its children, at most its cap.</summary>
    Sum,

    /// <summary>高い方: the best of its children (see FrameworkPlan docs for ties), at most its cap.</summary>
    Best,

    /// <summary>The points of a shared group scored elsewhere.</summary>
    Reference,

    /// <summary>集計: the sum of its terms, <see cref="NodePlan.Terms"/>.</summary>
    Total,

    /// <summary>得点入力: the points are read from a column; unknown when blank.</summary>
    Input,

    /// <summary>配点未確認: the points are read from an optional column; unknown when blank.</summary>
    Unconfirmed,
}
