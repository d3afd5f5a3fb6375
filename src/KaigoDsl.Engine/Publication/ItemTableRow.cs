using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>One row of the published table: an item, or a node whose points are reported as such.</summary>
/// <param name="Entry">Its place in the tree.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="Condition">What decides it; <see langword="null"/> for reported points.</param>
/// <param name="AssumptionCount">How many different 仮定 it rests on: its own, those above it, those of its inputs and constants.</param>
public sealed record ItemTableRow(TreeEntry Entry, string? Title, ConditionKind? Condition, int AssumptionCount)
{
    /// <summary>時点 in force; <see langword="null"/> when not known.</summary>
    public string? Period => Entry.Node.Period;

    /// <summary>出典 in force; <see langword="null"/> when not stated.</summary>
    public string? Source => Entry.Node.Source;
}
