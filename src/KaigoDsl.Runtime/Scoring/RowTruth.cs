namespace KaigoDsl.Runtime;

/// <summary>A truth value for every row, held by the <see cref="ScoreBoard"/> that gave it; good until its next <see cref="ScoreBoard.Reset"/>.</summary>
public readonly struct RowTruth
{
    internal RowTruth(int index) => Index = index;

    internal int Index { get; }
}
