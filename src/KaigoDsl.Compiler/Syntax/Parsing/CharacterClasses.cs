using System.Globalization;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Which characters make up labels and blanks.</summary>
internal static class CharacterClasses
{
    /// <summary>The number of UTF-16 units of the label character at a place; 0 if there is none.</summary>
    public static int LabelStartLength(string text, int index)
    {
        if (index >= text.Length)
        {
            return 0;
        }

        // Circled digits and Roman numerals (No, Nl) are how the Ministry labels its rows, so they count as letters.
        return IsJoiner(text[index]) || CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            ? UnitsAt(text, index)
            : 0;
    }

    /// <summary>As <see cref="LabelStartLength"/>, for the characters behind the first: digits and combining marks as well.</summary>
    public static int LabelPartLength(string text, int index)
    {
        var length = LabelStartLength(text, index);
        if (length > 0 || index >= text.Length)
        {
            return length;
        }

        return CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            ? UnitsAt(text, index)
            : 0;
    }

    /// <summary>Whether a character is a blank that does not end a line, as far as the line table is concerned.</summary>
    public static bool IsBlank(char c) => c is not ('\r' or '\n') && char.IsWhiteSpace(c);

    private static bool IsJoiner(char c) => CharacterFolding.FoldWidth(c) == '_' || c == '・';

    private static int UnitsAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
}
