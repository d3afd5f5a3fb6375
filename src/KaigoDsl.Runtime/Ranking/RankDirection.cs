namespace KaigoDsl.Runtime;

/// <summary>Which end of a ranking is best.</summary>
public enum RankDirection
{
    /// <summary>高い順.</summary>
    HighestFirst,

    /// <summary>低い順.</summary>
    LowestFirst,
}
