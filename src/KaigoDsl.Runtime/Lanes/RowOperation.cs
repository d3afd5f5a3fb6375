namespace KaigoDsl.Runtime;

/// <summary>What a row operation does.</summary>
internal enum RowOperationKind
{
    And,
    Or,
    Not,
    Override,
    Compare,
    SumBytes,
    SumShorts,
    Best,
}

/// <summary>A step that looks only at its own row: recorded first, run over one tile of rows after the other.</summary>
internal unsafe struct RowOperation
{
    public RowOperationKind Kind;

    /// <summary>Written: rows for which it holds, rows for which that is known.</summary>
    public ulong* True;
    public ulong* Known;

    public ulong* LeftTrue;
    public ulong* LeftKnown;
    public ulong* RightTrue;
    public ulong* RightKnown;

    public Comparison Comparison;

    /// <summary>Written: points.</summary>
    public byte* Target;
    public int Cap;

    /// <summary>Its parts among all parts recorded.</summary>
    public int FirstSource;
    public int SourceCount;

    /// <summary>Written by a choice: series after series, the rows where it is chosen.</summary>
    public ulong* Chosen;

    /// <summary>For a choice: what is cleared, and the rule.</summary>
    public int FirstClearing;
    public int ClearingCount;
    public int Best;
    public bool DecidesZero;
}

/// <summary>Points that stay only where their series was chosen.</summary>
internal unsafe struct Clearing
{
    public PointsSource Source;
    public byte* Target;
    public int Series;
}
