using System.Collections.Immutable;

namespace KaigoDsl.Data;

/// <summary>A header that stands in the file more than once.</summary>
/// <param name="Name">The column of the schema it means.</param>
/// <param name="Header">The header as first written.</param>
/// <param name="Positions">The 1-based positions of all its occurrences.</param>
public sealed record DuplicateColumn(string Name, string Header, ImmutableArray<int> Positions);
