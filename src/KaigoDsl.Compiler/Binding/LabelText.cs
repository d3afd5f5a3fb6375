using System.Text;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>The text of a label as names are compared: full-width ASCII folded to half width, composed (NFC).</summary>
internal static class LabelText
{
    public static string Of(LabelSyntax label) => Of(label.Token);

    public static string Of(SyntaxToken token) => Normalize(token.Text);

    public static string Normalize(string text)
    {
        var plain = true;
        foreach (var character in text)
        {
            // Everything below U+0300 is neither full-width nor a combining mark.
            plain &= character < '\u0300' || character is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FE') or (>= '\u4E00' and <= '\u9FFF');
        }

        if (plain)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            folded.Append(character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
