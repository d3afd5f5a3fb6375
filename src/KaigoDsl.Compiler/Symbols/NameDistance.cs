namespace KaigoDsl.Compiler.Symbols;

/// <summary>How near a declaration is to a use: in its own file, in its folder, elsewhere.</summary>
internal static class NameDistance
{
    public static int Between(string declaring, string asking, string folder) =>
        string.Equals(declaring, asking, StringComparison.Ordinal) ? 0
        : string.Equals(FolderOf(declaring), folder, StringComparison.Ordinal) ? 1
        : 2;

    public static string FolderOf(string path)
    {
        var cut = path.LastIndexOfAny(['/', '\\']);
        return cut < 0 ? string.Empty : path.Substring(0, cut);
    }
}
