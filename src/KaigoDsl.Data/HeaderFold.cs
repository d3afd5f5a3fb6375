using System.Text;

namespace KaigoDsl.Data;

/// <summary>
/// Folds a column header to the form in which two headers mean the same column: no blanks or line breaks, ASCII and katakana in one
/// width, compatibility numerals (①, Ⅰ) as their digits and letters, decomposed kana composed.
/// </summary>
/// <remarks>
/// Written here because <c>string.Normalize</c> does nothing under invariant globalization, which the whole product runs in.
/// </remarks>
internal static class HeaderFold
{
    // U+FF61 … U+FF9D in order.
    private const string HalfWidthKatakana =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    private const string Voiceable = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
    private const string SemiVoiceable = "はひふへほハヒフヘホ";

    private static readonly string[] RomanNumerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];

    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (var c in header)
        {
            Append(folded, c);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case var _ when char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF':
                break;
            case >= '\uFF01' and <= '\uFF5E':
                folded.Append((char)(c - 0xFEE0));
                break;
            case >= '\uFF61' and <= '\uFF9D':
                folded.Append(HalfWidthKatakana[c - 0xFF61]);
                break;
            case '\u3099' or '\uFF9E':
                Mark(folded, Voiceable, 1, c);
                break;
            case '\u309A' or '\uFF9F':
                Mark(folded, SemiVoiceable, 2, c);
                break;
            case >= '\u2160' and <= '\u216F':
                folded.Append(RomanNumerals[c - 0x2160]);
                break;
            case >= '\u2460' and <= '\u2473':
                folded.Append(c - 0x2460 + 1);
                break;
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212':
                folded.Append('-');
                break;
            case '\u301C':
                folded.Append('~');
                break;
            default:
                folded.Append(c);
                break;
        }
    }

    private static void Mark(StringBuilder folded, string bases, int offset, char mark)
    {
        if (folded.Length > 0 && bases.Contains(folded[^1], StringComparison.Ordinal))
        {
            folded[^1] = (char)(folded[^1] + offset);
        }
        else if (folded.Length > 0 && offset == 1 && folded[^1] is 'ウ' or 'う')
        {
            folded[^1] = folded[^1] == 'ウ' ? 'ヴ' : 'ゔ';
        }
        else
        {
            folded.Append(mark);
        }
    }
}
