using System.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>The content of a string token.</summary>
public static class StringLiteral
{
    /// <summary>
    /// The text between the delimiters. Inside 「…」 everything stands for itself; inside "…" a backslash takes the next
    /// character as it is. An unterminated or missing string gives what there is.
    /// </summary>
    public static string Unquote(string tokenText)
    {
        if (tokenText.Length == 0)
        {
            return string.Empty;
        }

        if (tokenText[0] == '「')
        {
            var closed = tokenText.Length > 1 && tokenText[tokenText.Length - 1] == '」' && IsBalanced(tokenText);
            return tokenText.Substring(1, tokenText.Length - (closed ? 2 : 1));
        }

        var content = new StringBuilder(tokenText.Length);
        for (var i = 1; i < tokenText.Length && tokenText[i] != '"'; i++)
        {
            if (tokenText[i] == '\\' && i + 1 < tokenText.Length)
            {
                i++;
            }

            content.Append(tokenText[i]);
        }

        return content.ToString();
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '「' ? 1 : c == '」' ? -1 : 0;
        }

        return depth == 0;
    }
}
