namespace KaigoDsl.Runtime;

/// <summary>One cell as read. Which member holds it follows from the column's type; the others are at their default.</summary>
public readonly record struct CellValue
{
    /// <summary>A cell that holds nothing: 欠測, 未報告, unknown, no text.</summary>
    public static CellValue Blank => default;

    /// <summary>For quantities (base units), years (Western) and dates (yyyymmdd).</summary>
    public Rational Quantity { get; init; }

    /// <summary>For 真偽.</summary>
    public Truth Truth { get; init; }

    /// <summary>For answers.</summary>
    public Answer Answer { get; init; }

    /// <summary>For texts, keys, references and enumeration members.</summary>
    public string? Text { get; init; }
}
