using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One column of the entity table that a framework is scored from.</summary>
/// <param name="Index">Position in <see cref="FrameworkPlan.Columns"/>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">How its cells are read.</param>
/// <param name="Name">The header: the attribute's or input's label, or the node's path for answers and points.</param>
/// <param name="Identifier">Its C# property name, unique in the table.</param>
/// <param name="Aliases">Other headers that mean this column, e.g. the paths of a shared item under each grant.</param>
/// <param name="Required">Whether a table without it is refused. Override columns of computed items are optional.</param>
/// <param name="Unit">The unit text of a quantity as declared (人, 千円, %), empty for none.</param>
/// <param name="UnitFactor">A bare number in a cell times this is the value in base units.</param>
/// <param name="Members">Member labels of an enumeration; otherwise empty.</param>
/// <param name="Entity">For a reference (対象 都道府県): the label of the entity referred to; otherwise empty.</param>
/// <param name="Points">For an answer: the item's points, accepted as 該当; otherwise 0.</param>
/// <param name="Node">For answers and points: the node they belong to; for inputs the node that declares them; otherwise -1.</param>
/// <param name="Title">The declared title, for XML docs and reports.</param>
/// <param name="Assumptions">仮定 attached to the declaration.</param>
public sealed record ColumnPlan(
    int Index,
    ColumnKind Kind,
    ColumnType Type,
    string Name,
    string Identifier,
    EquatableArray<string> Aliases,
    bool Required,
    string Unit,
    ExactNumber UnitFactor,
    EquatableArray<string> Members,
    string Entity,
    int Points,
    int Node,
    string? Title,
    EquatableArray<string> Assumptions)
{
    /// <summary>
    /// For a required input: the answer columns of every item it can decide. A table that reports all of these results in every row may
    /// leave the input out. Empty when nothing can stand for it.
    /// </summary>
    public EquatableArray<int> Substitutes { get; init; }

    /// <summary>Whether another framework aggregates the column (管内), which no result of this one's items can stand for.</summary>
    public bool IsAggregated { get; init; }

    /// <summary>
    /// Whether only rules and allocations read the column: scoring does without it (it is then not <see cref="Required"/>), while whoever decides or
    /// allocates asks for it through the columns of the decision, formula or allocation.
    /// </summary>
    public bool IsForRules { get; init; }

    /// <summary>Where the attribute or input is declared; no place for the others.</summary>
    public PlanLocation Location { get; init; } = PlanLocation.None;
}
