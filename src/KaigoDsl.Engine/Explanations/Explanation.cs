using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>Why a row has the points it has at a node and everywhere below, as plain data; how it is shown is the caller's business.</summary>
public sealed record Explanation
{
    /// <summary>The node.</summary>
    public required NodePlan Node { get; init; }

    /// <summary>The path of the place explained, see <see cref="TreeEntry"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The node's title; that of the shared group when the node refers to one and has none of its own.</summary>
    public required string? Title { get; init; }

    /// <summary>The points, or <see cref="Runtime.ScoreColumn.Unknown"/>.</summary>
    public required int Points { get; init; }

    /// <summary>The full mark in 点; <see langword="null"/> when 配点未確認.</summary>
    public required int? FullMark { get; init; }

    /// <summary>False when the node belongs to a series that another one beat.</summary>
    public required bool IsBooked { get; init; }

    /// <summary>For 高い方: the label of the series that counts; <see langword="null"/> when unknown or not applicable.</summary>
    public required string? ChosenSeries { get; init; }

    /// <summary>For an item: how it was decided.</summary>
    public required ItemExplanation? Item { get; init; }

    /// <summary>The ranking declared here, or the one that the item's tier belongs to.</summary>
    public required RankingExplanation? Ranking { get; init; }

    /// <summary>時点 in force here.</summary>
    public required string? Period { get; init; }

    /// <summary>出典 in force here.</summary>
    public required string? Source { get; init; }

    /// <summary>仮定 of this node, its inputs and its constants.</summary>
    public required ImmutableArray<string> Assumptions { get; init; }

    /// <summary>仮定 of the nodes above, which hold here as well.</summary>
    public required ImmutableArray<string> InheritedAssumptions { get; init; }

    /// <summary>The nodes below, in written order; for a 集計 the nodes it adds.</summary>
    public required ImmutableArray<Explanation> Children { get; init; }

    /// <summary>Where the node is declared.</summary>
    public PlanLocation Location => Node.Location;

    /// <summary>Explains a row's points at a node.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="row">The row.</param>
    /// <param name="node">Index of the node; 0 for the whole framework.</param>
    public static Explanation Create(Evaluation evaluation, int row, int node)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, evaluation.Table.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(node);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(node, evaluation.Plan.Nodes.Length);
        return new ExplanationBuilder(evaluation, row).Build(evaluation.Plan.Nodes[node]);
    }

    /// <summary>This explanation and all below, in written order.</summary>
    public IEnumerable<Explanation> SelfAndBelow() => Children.SelectMany(static child => child.SelfAndBelow()).Prepend(this);
}
