namespace KaigoDsl.Cli;

/// <summary>The signs that tables use, the same in both languages.</summary>
internal static class Marks
{
    public const string Good = "✓";
    public const string Bad = "✗";
    public const string Consistent = "≈";
    public const string Neither = "–";
}
