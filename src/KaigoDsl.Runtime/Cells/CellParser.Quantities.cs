namespace KaigoDsl.Runtime;

public static partial class CellParser
{
    // No 64-bit number needs more characters; digits without end would take quadratic time.
    private const int MaximumLength = 80;

    /// <summary>Longest first, so that 千万 is not read as 千 with a unit 万….</summary>
    private static readonly (string Word, long Factor)[] s_scales =
    [
        ("千億", 100_000_000_000),
        ("百億", 10_000_000_000),
        ("十億", 1_000_000_000),
        ("千万", 10_000_000),
        ("百万", 1_000_000),
        ("十万", 100_000),
        ("兆", 1_000_000_000_000),
        ("億", 100_000_000),
        ("万", 10_000),
        ("千", 1_000),
    ];

    private static CellProblem? ParseQuantity(ReadOnlySpan<char> text, ColumnSchema column, ref CellValue value)
    {
        if (text is "-" or "ー" or "－" or "−" or "―" or "欠測")
        {
            return null;
        }

        if (text.Length > MaximumLength)
        {
            return QuantityProblem(CellProblemKind.OutOfRange, text, column);
        }

        var reader = new NumberReader(text);
        if (!reader.TryRead(out var number))
        {
            return QuantityProblem(CellProblemKind.Malformed, text, column);
        }

        var rest = reader.Rest;
        Rational factor;
        if (rest.IsEmpty || UnitEquals(rest, column.Unit))
        {
            factor = column.UnitFactor;
        }
        else if (IsRatio(column.Unit) && rest is "%" or "％")
        {
            factor = Rational.Create(1, 100);
        }
        else if (IsRatio(column.Unit) && rest is "割")
        {
            factor = Rational.Create(1, 10);
        }
        else if (!TryReadScaled(ref number, rest, column, out factor))
        {
            return QuantityProblem(CellProblemKind.WrongUnit, text, column);
        }

        number *= factor;
        if (!number.TryGetInt64(out var numerator, out var denominator))
        {
            return QuantityProblem(CellProblemKind.OutOfRange, text, column);
        }

        if (column.Kind == ColumnKind.Points
            && (denominator != 1 || numerator < 0 || numerator > (column.Points > 0 ? column.Points : int.MaxValue)))
        {
            return QuantityProblem(CellProblemKind.OutOfRange, text, column);
        }

        value = new CellValue { Quantity = number };
        return null;
    }

    /// <summary>
    /// Reads <c>3億5,000万円</c>: numbers with ever smaller scale words, then the unit without its own scale word (円 for 千円).
    /// A scale word without a unit is refused where the declared unit has one: 3千 in a column of 千円 could mean either.
    /// </summary>
    private static bool TryReadScaled(ref Rational number, ReadOnlySpan<char> rest, ColumnSchema column, out Rational factor)
    {
        var baseUnit = column.Unit.AsSpan();
        var declaredScale = TakeScale(ref baseUnit);
        factor = column.UnitFactor / Rational.FromInt64(declaredScale);
        var scale = TakeScale(ref rest);
        var total = number * Rational.FromInt64(scale);
        while (scale > 1 && !rest.IsEmpty)
        {
            var next = new NumberReader(rest, unsigned: true);
            if (!next.TryRead(out var part))
            {
                break;
            }

            rest = next.Rest;
            var smaller = TakeScale(ref rest);
            if (smaller >= scale)
            {
                return false;
            }

            part *= Rational.FromInt64(smaller);
            total = number.Sign < 0 ? total - part : total + part;
            scale = smaller;
        }

        number = total;
        return rest.IsEmpty ? declaredScale == 1 : UnitEquals(rest, baseUnit);
    }

    /// <summary>Removes a leading scale word and returns its factor; 1 when there is none.</summary>
    private static long TakeScale(ref ReadOnlySpan<char> text)
    {
        foreach (var (word, factor) in s_scales)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                text = text[word.Length..].TrimStart();
                return factor;
            }
        }

        return 1;
    }

    private static bool UnitEquals(ReadOnlySpan<char> text, ReadOnlySpan<char> unit) =>
        !unit.IsEmpty && (text.Equals(unit, StringComparison.OrdinalIgnoreCase) || (unit is "%" && text is "％"));

    private static bool IsRatio(string unit) => unit is "" or "%" or "割" or "割合" or "ratio";

    private static CellProblem QuantityProblem(CellProblemKind kind, ReadOnlySpan<char> text, ColumnSchema column)
    {
        var of = column.Unit.Length == 0 ? string.Empty : $"（単位 {column.Unit}）";
        var ofEnglish = column.Unit.Length == 0 ? string.Empty : $" in {column.Unit}";
        return column.Kind == ColumnKind.Points
            ? new CellProblem(
                kind,
                text.ToString(),
                column.Points > 0 ? $"0から{column.Points}までの整数の得点" : "0以上の整数の得点",
                column.Points > 0 ? $"a whole number of points from 0 to {column.Points}" : "a whole number of points from 0 up")
            : new CellProblem(
                kind,
                text.ToString(),
                kind == CellProblemKind.OutOfRange ? $"64ビットに収まる数値{of}" : $"数値{of}か空欄",
                kind == CellProblemKind.OutOfRange ? $"a number{ofEnglish} that fits in 64 bits" : $"a number{ofEnglish} or a blank");
    }
}
