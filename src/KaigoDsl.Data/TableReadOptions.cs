namespace KaigoDsl.Data;

/// <summary>Choices a caller may make when reading a table.</summary>
public sealed record TableReadOptions
{
    /// <summary>Everything detected.</summary>
    public static TableReadOptions Default { get; } = new();

    /// <summary>The separator; <see langword="null"/> to take it from the extension (<c>.tsv</c>, <c>.tab</c>) or the first line.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether a table with items down and entities across is recognised, by headings of the schema in its first column, and turned round.</summary>
    public bool DetectTransposed { get; init; } = true;

    /// <summary>How many problems are kept, so that a wrong file does not fill the terminal; the rest is counted. At least 1.</summary>
    public int MaximumErrors { get; init; } = 10_000;
}
