namespace KaigoDsl.Compiler.Lowering;

/// <summary>The level of a node of an evaluation framework.</summary>
public enum NodeKind
{
    /// <summary>評価体系.</summary>
    Framework,

    /// <summary>交付金.</summary>
    Grant,

    /// <summary>分野.</summary>
    Area,

    /// <summary>目標.</summary>
    Goal,

    /// <summary>指標群.</summary>
    Group,

    /// <summary>指標.</summary>
    Indicator,

    /// <summary>系列.</summary>
    Series,

    /// <summary>項目.</summary>
    Item,

    /// <summary>集計: a sum of nodes that stand elsewhere; a child of the framework in name only, it counts towards nothing.</summary>
    Total,
}
