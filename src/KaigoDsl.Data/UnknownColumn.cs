namespace KaigoDsl.Data;

/// <summary>A header of the file that no column of the schema answers to.</summary>
/// <param name="Header">As written; empty for a column without a header that holds cells.</param>
/// <param name="Position">Its 1-based position.</param>
/// <param name="Suggestion">The nearest name or alias that the file does not have, if one is near.</param>
public sealed record UnknownColumn(string Header, int Position, string? Suggestion);
