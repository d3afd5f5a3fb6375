namespace KaigoDsl.Compiler.Lowering;

/// <summary>Aggregates over the members of an entity (管内).</summary>
public enum AggregateFunction
{
    /// <summary>合計.</summary>
    Sum,

    /// <summary>平均.</summary>
    Mean,

    /// <summary>中央値 (mean of the two middle values when even).</summary>
    Median,

    /// <summary>最大.</summary>
    Maximum,

    /// <summary>最小.</summary>
    Minimum,

    /// <summary>件数: rows whose value exists, or whose condition is true.</summary>
    Count,

    /// <summary>割合: true rows ÷ rows whose condition is known.</summary>
    Share,
}
