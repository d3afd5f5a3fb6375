namespace KaigoDsl.Compiler.Lowering;

/// <summary>Figures published about a node, over all entities.</summary>
public enum StatisticKind
{
    /// <summary>団体数: entities with a known score.</summary>
    EntityCount,

    /// <summary>該当団体数: entities that score the item (booked).</summary>
    MetCount,

    /// <summary>平均.</summary>
    Mean,

    /// <summary>中央値.</summary>
    Median,

    /// <summary>標準偏差 (population).</summary>
    StandardDeviation,

    /// <summary>得点率: mean ÷ full mark.</summary>
    Rate,

    /// <summary>最高点.</summary>
    Maximum,

    /// <summary>最低点.</summary>
    Minimum,

    /// <summary>得点 of the one entity a block is about; 得点率 is then its points ÷ full mark.</summary>
    Score,

    /// <summary>順位 of the one entity a block is about: 1 + the number of entities with more points.</summary>
    Rank,
}
