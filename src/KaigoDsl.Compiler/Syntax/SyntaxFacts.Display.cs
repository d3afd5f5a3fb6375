using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Compiler.Syntax;

public static partial class SyntaxFacts
{
    /// <summary>How a kind is named in a message: keywords and punctuation in backticks, the rest in words.</summary>
    public static LocalizedText GetDisplayName(SyntaxKind kind)
    {
        if (GetKeyword(kind) is { } keyword)
        {
            return new LocalizedText($"`{keyword.Japanese}`", $"`{keyword.English}`");
        }

        if (GetPunctuation(kind) is { } punctuation)
        {
            return new LocalizedText($"`{punctuation}`", $"`{punctuation}`");
        }

        return kind switch
        {
            SyntaxKind.WordToken => new("名前", "a label"),
            SyntaxKind.NumberToken => new("数", "a number"),
            SyntaxKind.StringToken => new("文字列「…」", "a string"),
            SyntaxKind.Path => new("名前の道筋", "a path"),
            SyntaxKind.NamedType => new("型（単位、`真偽` など）", "a type (a unit, `boolean`, …)"),
            SyntaxKind.MissingExpression => new("式", "an expression"),
            SyntaxKind.EndOfFileToken => new("ファイルの終わり", "the end of the file"),
            _ => new(kind.ToString(), kind.ToString()),
        };
    }

    /// <summary>A set of alternatives as a phrase, sorted: <c>`a`、`b` か `c`</c>, <c>`a`, `b` or `c`</c>.</summary>
    public static LocalizedText GetDisplayList(IEnumerable<SyntaxKind> kinds)
    {
        var names = kinds.Distinct().Select(GetDisplayName).ToArray();
        return new LocalizedText(
            Join(names.Select(n => n.Japanese), "、", " か "),
            Join(names.Select(n => n.English), ", ", " or "));
    }

    private static string Join(IEnumerable<string> names, string separator, string last)
    {
        var sorted = names.Distinct().OrderBy(n => n, StringComparer.Ordinal).ToArray();
        return sorted.Length < 2
            ? string.Concat(sorted)
            : string.Join(separator, sorted.Take(sorted.Length - 1)) + last + sorted[sorted.Length - 1];
    }
}
