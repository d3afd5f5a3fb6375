using System.Globalization;
using System.Numerics;
using System.Text;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// What a number token says: <c>7_220_000千円</c> is 7220000000 of the unit 円. A scale (千, 万, 百万, 億, …) belongs to the
/// number, so the unit is always unscaled; the factor of the unit itself (割, %) is not applied.
/// </summary>
public sealed record NumberLiteral
{
    private static readonly NumberLiteral Invalid = new(false, ExactNumber.Zero, ExactNumber.Zero, string.Empty);

    private NumberLiteral(bool isValid, ExactNumber value, ExactNumber resolution, string unit)
    {
        IsValid = isValid;
        Value = value;
        Resolution = resolution;
        Unit = unit;
    }

    /// <summary>Whether the text can be read as a number; if not, the other members say zero of nothing.</summary>
    public bool IsValid { get; }

    /// <summary>The number with its scale applied.</summary>
    public ExactNumber Value { get; }

    /// <summary>One unit of the last printed digit: 1/10 for <c>49.5</c>, 1000 for <c>7_220_000千円</c>.</summary>
    public ExactNumber Resolution { get; }

    /// <summary>What is glued to the digits and their scale, half width; empty for a bare number.</summary>
    public string Unit { get; }

    /// <summary>Reads the text of a number token: digits, decimals, scale, unit. Never fails, see <see cref="IsValid"/>.</summary>
    public static NumberLiteral Parse(string tokenText)
    {
        var text = CharacterFolding.Fold(tokenText);
        var position = 0;
        var digits = new StringBuilder(text.Length);
        if (!ReadDigits(text, ref position, digits))
        {
            return Invalid;
        }

        var decimals = 0;
        if (position < text.Length && text[position] == '.')
        {
            position++;
            var whole = digits.Length;
            if (!ReadDigits(text, ref position, digits))
            {
                return Invalid;
            }

            decimals = digits.Length - whole;
        }

        var scale = SyntaxFacts.FindScale(text, position);
        position += scale.Length;

        // A unit never begins with what would have continued the number: 1__0 and 12. are mistakes, not units.
        return position < text.Length && text[position] is '.' or '_'
            ? Invalid
            : Create(digits.ToString(), decimals, scale.Factor, text.Substring(position));
    }

    /// <summary>
    /// Whether the text of a number token can be read, without reading it: what the lexer takes for a number can only be
    /// wrong in its separators. The parser asks this of every number, and reading is a hundred times dearer.
    /// </summary>
    internal static bool IsWellFormed(string tokenText)
    {
        for (var i = 0; i < tokenText.Length; i++)
        {
            var c = CharacterFolding.FoldWidth(tokenText[i]);
            var isSeparator = c is '_' or '.';
            if (!isSeparator && !CharacterFolding.IsDigit(c))
            {
                return i > 0;
            }

            if (isSeparator && (i == 0 || i + 1 == tokenText.Length || !CharacterFolding.IsDigit(tokenText[i - 1]) || !CharacterFolding.IsDigit(tokenText[i + 1])))
            {
                return false;
            }
        }

        return tokenText.Length > 0;
    }

    // Digits in groups that single separators part; false when none stands here. A separator that parts nothing is left where it is.
    private static bool ReadDigits(string text, ref int position, StringBuilder digits)
    {
        var start = position;
        while (position < text.Length)
        {
            if (text[position] is >= '0' and <= '9')
            {
                digits.Append(text[position++]);
            }
            else if (text[position] == '_' && position > start && position + 1 < text.Length && text[position + 1] is >= '0' and <= '9')
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return position > start;
    }

    private static NumberLiteral Create(string digits, int decimals, ExactNumber scale, string unit)
    {
        if (decimals == 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            return new NumberLiteral(true, whole * scale, scale, unit);
        }

        var denominator = decimals == 0 ? BigInteger.One : BigInteger.Pow(10, decimals);
        var numerator = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small)
            ? small
            : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return new NumberLiteral(true, new ExactNumber(numerator, denominator) * scale, new ExactNumber(1, denominator) * scale, unit);
    }
}
