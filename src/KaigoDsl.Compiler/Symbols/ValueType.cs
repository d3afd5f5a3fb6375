namespace KaigoDsl.Compiler.Symbols;

/// <summary>The type of a column or an expression.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Dimension">The dimension of a quantity; otherwise none.</param>
/// <param name="Name">The 種別 or the entity referred to; otherwise empty.</param>
public sealed record ValueType(ValueKind Kind, Dimension Dimension, string Name)
{
    /// <summary>Already reported.</summary>
    public static ValueType Error { get; } = new(ValueKind.Error, Dimension.None, string.Empty);

    /// <summary>真偽.</summary>
    public static ValueType Truth { get; } = new(ValueKind.Truth, Dimension.None, string.Empty);

    /// <summary>文字列.</summary>
    public static ValueType Text { get; } = new(ValueKind.Text, Dimension.None, string.Empty);

    /// <summary>年度.</summary>
    public static ValueType FiscalYear { get; } = new(ValueKind.FiscalYear, Dimension.None, string.Empty);

    /// <summary>日付.</summary>
    public static ValueType Date { get; } = new(ValueKind.Date, Dimension.None, string.Empty);

    /// <summary>A quantity in points.</summary>
    public static ValueType Points { get; } = Quantity(Dimension.Points);

    /// <summary>Whether this is <see cref="Error"/>.</summary>
    public bool IsError => Kind == ValueKind.Error;

    /// <summary>A quantity.</summary>
    public static ValueType Quantity(Dimension dimension) => new(ValueKind.Quantity, dimension, string.Empty);

    /// <summary>As a person would name it: <c>人</c>, <c>真偽</c>, <c>採用区分</c>.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Quantity => Dimension.ToString(),
        ValueKind.Truth => "真偽",
        ValueKind.Text => "文字列",
        ValueKind.FiscalYear => "年度",
        ValueKind.Date => "日付",
        ValueKind.Enumeration => Name,
        ValueKind.Reference => "対象 " + Name,
        _ => "?",
    };
}
