namespace KaigoDsl.Compiler.Symbols;

/// <summary>The kinds of values.</summary>
public enum ValueKind
{
    /// <summary>An expression whose own error is already reported; agrees with everything.</summary>
    Error,

    /// <summary>An exact rational with a dimension.</summary>
    Quantity,

    /// <summary>真偽, three-valued.</summary>
    Truth,

    /// <summary>文字列.</summary>
    Text,

    /// <summary>年度.</summary>
    FiscalYear,

    /// <summary>日付.</summary>
    Date,

    /// <summary>A member of a 種別.</summary>
    Enumeration,

    /// <summary>The key of another entity.</summary>
    Reference,
}
