namespace KaigoDsl.Compiler.Text;

/// <summary>How many columns text takes in a terminal: East Asian wide characters two, combining marks none, the rest one.</summary>
public static class DisplayWidth
{
    /// <summary>Columns of a text without line ends and tabs. Ambiguous characters (Ⅰ, ①, ×) count as one, as terminals in UTF-8 show them.</summary>
    public static int Of(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            width += OfCodePoint(isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            i += isPair ? 1 : 0;
        }

        return width;
    }

    private static int OfCodePoint(int c) => c switch
    {
        (>= 0x0300 and <= 0x036F) or 0x3099 or 0x309A or 0x200B or 0xFEFF or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => 0,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x4DBF) or (>= 0x4E00 and <= 0xA4CF) => 2,
        (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) => 2,
        (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };
}
