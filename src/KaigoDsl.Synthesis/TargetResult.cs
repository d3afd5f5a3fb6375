namespace KaigoDsl.Synthesis;

/// <summary>Whether one published count is hit by a synthetic nation.</summary>
/// <param name="Item">Index of the item in the plan.</param>
/// <param name="Path">Path of its node.</param>
/// <param name="Target">Entities that score the item as published (scaled when the nation has another size).</param>
/// <param name="Achieved">Entities that score it in the nation, as the engine counts them.</param>
/// <param name="Reason">Why the target is missed, in English; <see langword="null"/> when it is hit.</param>
public sealed record TargetResult(int Item, string Path, int Target, int Achieved, string? Reason)
{
    /// <summary>Whether the count is hit.</summary>
    public bool IsAchieved => Target == Achieved;
}
