using System.Globalization;
using System.Numerics;
using KaigoDsl.Compiler.Text;
using Sprache;
using Characters = Sprache.Parse;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// What a number token says: <c>7_220_000千円</c> is 7220000000 of the unit 円. A scale (千, 万, 百万, 億, …) belongs to the
/// number, so the unit is always unscaled; the factor of the unit itself (割, %) is not applied.
/// </summary>
public sealed record NumberLiteral
{
    private static readonly Parser<char> Digit = Characters.Char(c => c is >= '0' and <= '9', "digit");

    private static readonly Parser<string> SeparatedDigits =
        from separator in Characters.Char('_')
        from digits in Digit.AtLeastOnce().Text()
        select digits;

    private static readonly Parser<string> Digits =
        from first in Digit.AtLeastOnce().Text()
        from rest in SeparatedDigits.Many()
        select first + string.Concat(rest);

    private static readonly Parser<string> Fraction =
        from point in Characters.Char('.')
        from digits in Digits
        select digits;

    // A unit never begins with what would have continued the number: 1__0 and 12. are mistakes, not units.
    private static readonly Parser<string> UnitText =
        from first in Characters.Char(c => c is not ('.' or '_'), "unit")
        from rest in Characters.AnyChar.Many().Text()
        select first + rest;

    private static readonly Parser<NumberLiteral> Literal =
        from whole in Digits
        from fraction in Fraction.XOr(Characters.Return(string.Empty))
        from scale in (Parser<ExactNumber>)ParseScale
        from unit in UnitText.XOr(Characters.Return(string.Empty)).End()
        select Create(whole, fraction, scale, unit);

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

    /// <summary>Reads the text of a number token; never fails, see <see cref="IsValid"/>.</summary>
    public static NumberLiteral Parse(string tokenText)
    {
        var result = Literal.TryParse(CharacterFolding.Fold(tokenText));
        return result.WasSuccessful ? result.Value : Invalid;
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

    private static NumberLiteral Create(string whole, string fraction, ExactNumber scale, string unit)
    {
        var denominator = BigInteger.Pow(10, fraction.Length);
        var numerator = BigInteger.Parse(whole + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        return new NumberLiteral(true, new ExactNumber(numerator, denominator) * scale, new ExactNumber(1, denominator) * scale, unit);
    }

    private static IResult<ExactNumber> ParseScale(IInput input)
    {
        var scale = SyntaxFacts.FindScale(input.Source, input.Position);
        var rest = input;
        for (var i = 0; i < scale.Length; i++)
        {
            rest = rest.Advance();
        }

        return Result.Success(scale.Factor, rest);
    }
}
