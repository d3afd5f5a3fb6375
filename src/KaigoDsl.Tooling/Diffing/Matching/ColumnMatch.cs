namespace KaigoDsl.Tooling.Diffing;

/// <summary>A key, name, attribute or input of the old framework and of the new one. Answers and points go with their nodes.</summary>
/// <param name="Old">Index of the old column.</param>
/// <param name="New">Index of the new column.</param>
/// <param name="Certainty">From 0 to 100; below 100 it was renamed, as title, type and place suggest.</param>
public sealed record ColumnMatch(int Old, int New, int Certainty);
