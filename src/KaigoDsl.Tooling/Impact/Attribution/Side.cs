namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Of which framework, or of whose table, something is.</summary>
internal enum Side
{
    /// <summary>Before.</summary>
    Old,

    /// <summary>After.</summary>
    New,
}
