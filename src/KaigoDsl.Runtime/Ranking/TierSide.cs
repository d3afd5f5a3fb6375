namespace KaigoDsl.Runtime;

/// <summary>Which end of the ranking a tier counts from.</summary>
public enum TierSide
{
    /// <summary>上位: at or better than the value at rank k.</summary>
    Top,

    /// <summary>下位: at or worse than the value at rank k from the worst end.</summary>
    Bottom,
}
