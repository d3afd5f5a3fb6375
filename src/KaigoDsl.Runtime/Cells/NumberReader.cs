using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>
/// Reads the number at the start of a text: sign (- − △ ▲), half- or full-width digits, thousands separators, decimals, or a
/// fraction of whole numbers. What follows it is <see cref="Rest"/>.
/// </summary>
internal ref struct NumberReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly bool _unsigned;
    private int _position;

    public NumberReader(ReadOnlySpan<char> text, bool unsigned = false)
    {
        _text = text;
        _unsigned = unsigned;
        _position = 0;
    }

    /// <summary>What follows the number, without leading blanks.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[_position..].TrimStart();

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    public bool TryRead(out Rational number)
    {
        number = default;
        var negative = false;
        if (!_unsigned && Current is '-' or '−' or '－' or '△' or '▲' or '+' or '＋')
        {
            negative = Current is not ('+' or '＋');
            _position++;
            SkipBlanks();
        }

        if (!TryReadGrouped(out var numerator))
        {
            return false;
        }

        var denominator = BigInteger.One;
        if (Current is '.' or '．')
        {
            _position++;
            var any = false;
            for (; Digit(Current) is { } digit; _position++)
            {
                numerator = (numerator * 10) + digit;
                denominator *= 10;
                any = true;
            }

            if (!any)
            {
                return false;
            }
        }
        else if (Current is '/' or '／')
        {
            _position++;
            if (!TryReadGrouped(out denominator) || denominator.IsZero)
            {
                return false;
            }
        }

        number = Rational.Create(negative ? -numerator : numerator, denominator);
        return true;
    }

    /// <summary>
    /// Digits with separators. A comma must stand before exactly three digits: <c>1,5</c> is more likely a decimal comma, and is
    /// refused rather than read as 15.
    /// </summary>
    private bool TryReadGrouped(out BigInteger value)
    {
        value = BigInteger.Zero;
        var (any, sinceComma, commas) = (false, 0, 0);
        for (; ; _position++)
        {
            if (Digit(Current) is { } digit)
            {
                value = (value * 10) + digit;
                sinceComma++;
                any = true;
            }
            else if (Current is ',' or '，' && any)
            {
                if (commas == 0 ? sinceComma > 3 : sinceComma != 3)
                {
                    return false;
                }

                commas++;
                sinceComma = 0;
            }
            else if (Current is not ('_' or '＿') || !any || !NextIsDigit())
            {
                break;
            }
        }

        return any && (commas == 0 || sinceComma == 3);
    }

    private readonly bool NextIsDigit() => _position + 1 < _text.Length && Digit(_text[_position + 1]) is not null;

    private void SkipBlanks()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => null,
    };
}
