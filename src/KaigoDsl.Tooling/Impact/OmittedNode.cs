namespace KaigoDsl.Tooling.Impact;

/// <summary>An item, or a node whose points are read, that is left out of a comparison.</summary>
/// <param name="IsOld">Whether it belongs to the old framework.</param>
/// <param name="Node">Its index there.</param>
/// <param name="Path">Its path there.</param>
/// <param name="FullMark">What it is worth at most, in 点; <see langword="null"/> when not known.</param>
/// <param name="Title">Its title.</param>
public sealed record OmittedNode(bool IsOld, int Node, string Path, int? FullMark, string? Title);
