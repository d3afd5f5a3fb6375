using System.Collections.Immutable;

namespace KaigoDsl.Runtime;

/// <summary>One column of a table as its framework declares it.</summary>
/// <param name="Name">The header: the attribute's or input's label, or the node's path for answers and points.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">How its cells are read.</param>
public sealed record ColumnSchema(string Name, ColumnKind Kind, ColumnType Type)
{
    /// <summary>Other headers that mean this column.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Whether a table without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// For a required input: the names of the answer columns that together make it unnecessary when all of them are there and reported in
    /// every row. Empty when nothing can stand for it.
    /// </summary>
    public ImmutableArray<string> Substitutes { get; init; } = [];

    /// <summary>The unit text of a quantity as declared (人, 千円, %), empty for none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>A bare number in a cell times this is the value in base units.</summary>
    public Rational UnitFactor { get; init; } = Rational.One;

    /// <summary>Member labels of an enumeration; otherwise empty.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>For a reference (対象 都道府県): the label of the entity referred to; otherwise empty.</summary>
    public string Entity { get; init; } = string.Empty;

    /// <summary>For an answer: the item's points. For points: the full mark, which a cell may not exceed. 0 when neither is known.</summary>
    public int Points { get; init; }

    /// <summary>The declared title, for reports.</summary>
    public string? Title { get; init; }
}
