namespace KaigoDsl.Tooling.Diffing;

/// <summary>What a comparison takes in.</summary>
public sealed record DiffOptions
{
    /// <summary>Everything, across years.</summary>
    public static DiffOptions Default { get; } = new();

    /// <summary>Whether a framework without partner of its own year is compared with the latest earlier one of the same entity.</summary>
    public bool AcrossYears { get; init; } = true;

    /// <summary>Whether published figures (公表値) and tests (試験) are compared as well; they are no part of the meaning.</summary>
    public bool Published { get; init; } = true;

    /// <summary>Only frameworks of this entity (市町村); <see langword="null"/> for all.</summary>
    public string? Entity { get; init; }
}
