using System.Collections.Immutable;

namespace KaigoDsl.Data;

/// <summary>A column of the schema that the file has.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Headers">The headers it was found under, as written: more than one when both the name and an alias are there.</param>
/// <param name="Positions">The 1-based positions of those headers.</param>
public sealed record MatchedColumn(string Name, ImmutableArray<string> Headers, ImmutableArray<int> Positions);
