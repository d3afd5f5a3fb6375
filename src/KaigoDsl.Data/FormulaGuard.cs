namespace KaigoDsl.Data;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula: a text that begins with = + - or @ (or with apostrophes before one of
/// them) is written with one more apostrophe in front, and reading takes exactly one away again, so that nothing is lost on the
/// way there and back. Quoting alone would not help: spreadsheets evaluate quoted cells as well. Numbers are never guarded.
/// </summary>
internal static class FormulaGuard
{
    public static bool Needs(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('\'');
        return !rest.IsEmpty && rest[0] is '=' or '+' or '-' or '@';
    }

    public static ReadOnlySpan<char> Unguard(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == '\'' && Needs(text) ? text[1..] : text;
}
