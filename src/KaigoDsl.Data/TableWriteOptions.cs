namespace KaigoDsl.Data;

/// <summary>Choices a caller may make when writing a table.</summary>
public sealed record TableWriteOptions
{
    /// <summary>CSV, UTF-8 with a byte order mark, optional columns only where they hold something.</summary>
    public static TableWriteOptions Default { get; } = new();

    /// <summary>Comma or tab.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether to begin with a byte order mark.</summary>
    public bool ByteOrderMark { get; init; } = true;

    /// <summary>Whether optional columns that are blank in every row are written as well.</summary>
    public bool BlankOptionalColumns { get; init; }
}
