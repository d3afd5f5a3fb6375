namespace KaigoDsl.Runtime;

/// <summary>How two quantities are compared.</summary>
public enum RowComparison
{
    /// <summary>≥.</summary>
    AtLeast,

    /// <summary>≤.</summary>
    AtMost,

    /// <summary>&gt;.</summary>
    MoreThan,

    /// <summary>&lt;.</summary>
    LessThan,

    /// <summary>=.</summary>
    EqualTo,

    /// <summary>≠.</summary>
    NotEqualTo,
}
