using System.Globalization;
using System.Numerics;
using System.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>How names, texts and numbers are spelt in C#.</summary>
internal static class CSharpText
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",

        // Contextual, but with a meaning in the places where a label's name is printed.
        "field", "value",
    };

    /// <summary>An identifier as written in C#.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>A dotted namespace as written in C#.</summary>
    public static string Namespace(string name)
    {
        var parts = name.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Identifier(parts[i]);
        }

        return string.Join(".", parts);
    }

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number of any size, or <see langword="null"/> when it is no <c>long</c>.</summary>
    public static string? Long(BigInteger value) =>
        value >= long.MinValue + 1 && value <= long.MaxValue ? value.ToString(CultureInfo.InvariantCulture) + "L" : null;

    /// <summary>A regular string literal; other than controls, quotes and unpaired surrogates everything stays readable.</summary>
    public static string Literal(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var plain = true;
        foreach (var c in text)
        {
            plain &= c is not ('"' or '\\') && !NeedsEscape(c);
        }

        if (plain)
        {
            return "\"" + text + "\"";
        }

        var builder = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"':
                    builder.Append("\\\"");
                    break;
                case '\\':
                    builder.Append("\\\\");
                    break;
                case '\n':
                    builder.Append("\\n");
                    break;
                case '\r':
                    builder.Append("\\r");
                    break;
                case '\t':
                    builder.Append("\\t");
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        builder.Append(c).Append(text[++i]);
                    }
                    else if (NeedsEscape(c))
                    {
                        builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        builder.Append(c);
                    }

                    break;
            }
        }

        return builder.Append('"').ToString();
    }

    /// <summary>Text inside an XML documentation comment, on one line.</summary>
    public static string Xml(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            plain &= c is not ('<' or '>' or '&') && !NeedsEscape(c);
        }

        if (plain)
        {
            return text.Trim();
        }

        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '<':
                    builder.Append("&lt;");
                    break;
                case '>':
                    builder.Append("&gt;");
                    break;
                case '&':
                    builder.Append("&amp;");
                    break;
                default:
                    // Controls and line separators would end the comment or make the XML ill-formed.
                    builder.Append(NeedsEscape(c) && !char.IsSurrogate(c) ? ' ' : c);
                    break;
            }
        }

        return builder.ToString().Trim();
    }

    private static bool NeedsEscape(char c) => c is < ' ' or (>= '\x7F' and <= '\x9F') or '\u2028' or '\u2029' or (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF';
}
