namespace KaigoDsl.Runtime;

/// <summary>Which of two recipients with equal remainders comes first.</summary>
public enum TieOrder
{
    /// <summary>The one with the smaller key.</summary>
    Ascending,

    /// <summary>The one with the larger key.</summary>
    Descending,
}
