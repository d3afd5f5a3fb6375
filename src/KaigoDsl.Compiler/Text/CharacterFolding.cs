using System.Text;

namespace KaigoDsl.Compiler.Text;

/// <summary>
/// Makes texts that look alike equal: full-width ASCII becomes half-width, and a kana followed by a combining voiced
/// mark (as macOS file names and some editors write it) becomes the single voiced kana. Keywords, labels and digits are
/// compared after folding.
/// </summary>
/// <remarks>Not <see cref="string.Normalize()"/>: with invariant globalization that is the identity.</remarks>
public static class CharacterFolding
{
    private const char CombiningVoiced = '\u3099';
    private const char CombiningSemiVoiced = '\u309A';

    /// <summary>The folded text; the same instance when there is nothing to fold.</summary>
    public static string Fold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (FoldWidth(text[i]) != text[i] || text[i] is CombiningVoiced or CombiningSemiVoiced)
            {
                return FoldFrom(text, i);
            }
        }

        return text;
    }

    /// <summary>The half-width form of a full-width ASCII character or ideographic space; other characters unchanged.</summary>
    public static char FoldWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    /// <summary>Whether a character is a decimal digit, half or full width.</summary>
    public static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '\uFF10' and <= '\uFF19');

    private static string FoldFrom(string text, int start)
    {
        var result = new StringBuilder(text.Length);
        result.Append(text, 0, start);
        for (var i = start; i < text.Length; i++)
        {
            var c = FoldWidth(text[i]);
            if (c is CombiningVoiced or CombiningSemiVoiced && result.Length > 0 && Compose(result[result.Length - 1], c) is { } composed)
            {
                result[result.Length - 1] = composed;
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static char? Compose(char kana, char mark)
    {
        // Katakana lie 0x60 above hiragana and compose alike.
        var hiragana = kana is >= '\u30A1' and <= '\u30F6' ? (char)(kana - 0x60) : kana;
        if (hiragana is >= 'は' and <= 'ほ' && (hiragana - 'は') % 3 == 0)
        {
            return (char)(kana + (mark == CombiningVoiced ? 1 : 2));
        }

        if (mark == CombiningSemiVoiced)
        {
            return null;
        }

        if (hiragana == 'う')
        {
            return (char)(kana + 0x4E);
        }

        var voiced = hiragana is >= 'か' and <= 'ぢ' ? (hiragana - 'か') % 2 == 0 : hiragana is 'つ' or 'て' or 'と';
        return voiced ? (char)(kana + 1) : null;
    }
}
