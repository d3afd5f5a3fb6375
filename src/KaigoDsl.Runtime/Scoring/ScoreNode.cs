namespace KaigoDsl.Runtime;

/// <summary>A node of a framework's tree with its points by row; generated classes add the nodes below it as properties.</summary>
public class ScoreNode
{
    private readonly ScoreBoard _board;
    private readonly int _slot;

    /// <summary>Creates a view of one slot of a board.</summary>
    /// <param name="board">Where the points are.</param>
    /// <param name="slot">Which slot.</param>
    /// <param name="path">Labels from below the framework, joined by dots; empty for the framework.</param>
    /// <param name="title">The title as written, or the label.</param>
    /// <param name="fullMark">The full mark in 点; <see langword="null"/> when 配点未確認.</param>
    public ScoreNode(ScoreBoard board, int slot, string path, string title, int? fullMark)
    {
        _board = board;
        _slot = slot;
        Path = path;
        Title = title;
        FullMark = fullMark;
    }

    /// <summary>Number of rows scored.</summary>
    public int Count => _board.Count;

    /// <summary>Labels from below the framework, joined by dots: <c>推進.Ⅰ.体制.1</c>; empty for the framework.</summary>
    public string Path { get; }

    /// <summary>The title as written, or the label when there is none.</summary>
    public string Title { get; }

    /// <summary>The full mark in 点; <see langword="null"/> when 配点未確認.</summary>
    public int? FullMark { get; }

    /// <summary>The points by row; <see cref="ScoreColumn.Unknown"/> where not known. Valid until the scores are used again.</summary>
    public ReadOnlySpan<int> Values => _board.Points(_slot);

    /// <summary>The points of a row in 点, or <see cref="ScoreColumn.Unknown"/>.</summary>
    public int this[int row] => _board.Points(_slot, row);

    /// <summary>Whether the points of a row are not known.</summary>
    public bool IsUnknown(int row) => this[row] == ScoreColumn.Unknown;

    /// <summary>Exact figures over all rows; nothing is allocated.</summary>
    public ScoreFigures Figures() => _board.Figures(_slot);

    /// <summary>The sum of the known points of each group; nothing is allocated.</summary>
    /// <param name="groups">The groups of the rows scored.</param>
    /// <param name="sums">Written: one sum for each group.</param>
    /// <param name="counts">Written: how many rows of each group have known points.</param>
    /// <exception cref="ArgumentException">The groups are not those of the rows scored, or there is not one place for each.</exception>
    public void SumBy(TextGroups groups, Span<long> sums, Span<int> counts) => _board.SumBy(_slot, groups, sums, counts);

    /// <summary>Path and title.</summary>
    public override string ToString() => Path.Length == 0 ? Title : Path + " " + Title;
}
