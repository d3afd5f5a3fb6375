namespace KaigoDsl.Runtime;

/// <summary>How the cells of a column are read; the plan's types, member for member.</summary>
public enum ColumnType
{
    /// <summary>Any text; blank is missing.</summary>
    Text,

    /// <summary>A number with or without its unit; blank is missing.</summary>
    Quantity,

    /// <summary>○ × 1 0 真 偽 true false; blank is unknown.</summary>
    Truth,

    /// <summary>A fiscal year: 令和7年度, R7, 2025年度, FY2025 or 2025.</summary>
    Year,

    /// <summary>yyyy-MM-dd or yyyy/M/d; held as yyyymmdd.</summary>
    Date,

    /// <summary>One of the member labels.</summary>
    Enumeration,

    /// <summary>○ × 1 0 該当 非該当 未実施 未報告, the item's points, or blank (未報告).</summary>
    Answer,
}
