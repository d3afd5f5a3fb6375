namespace KaigoDsl.Data;

/// <summary>What is wrong with a file, a row or a cell.</summary>
public enum CellErrorKind
{
    /// <summary>The file could not be read from the disk.</summary>
    Unreadable,

    /// <summary>The bytes are text in no encoding that is read, or not text at all.</summary>
    UnknownEncoding,

    /// <summary>No header row.</summary>
    Empty,

    /// <summary>A header row and no data.</summary>
    NoRows,

    /// <summary>A required column is missing.</summary>
    MissingColumn,

    /// <summary>A column stands in the file more than once.</summary>
    DuplicateColumn,

    /// <summary>Quotation marks that do not match.</summary>
    Quotation,

    /// <summary>More or fewer cells than the header has.</summary>
    RaggedRow,

    /// <summary>A cell that cannot be read as its column's type.</summary>
    Value,

    /// <summary>A blank key.</summary>
    MissingKey,

    /// <summary>A key that an earlier row has.</summary>
    DuplicateKey,

    /// <summary>A column under two headers whose cells differ.</summary>
    Disagreement,
}
