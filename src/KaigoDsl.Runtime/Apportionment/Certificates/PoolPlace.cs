namespace KaigoDsl.Runtime;

/// <summary>Where in an allocation a pool stands.</summary>
/// <param name="Title">The frame (枠) or the step (再配分).</param>
/// <param name="Account">The account that pays and keeps the residue.</param>
/// <param name="SizeClass">The size class (区分); <see langword="null"/> when there is none.</param>
/// <param name="Round">The round of a redistribution, from 1; 0 for what is no redistribution.</param>
public sealed record PoolPlace(string Title, string Account, string? SizeClass = null, int Round = 0);
