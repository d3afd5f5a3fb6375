namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>Short advice put behind a message, in both languages.</summary>
internal static class Hint
{
    public static LocalizedText None { get; } = new(string.Empty, string.Empty);

    public static LocalizedText Of(string japanese, string english) => new(japanese, english);

    /// <summary>The nearest name, or other advice when nothing is near.</summary>
    public static LocalizedText DidYouMean(string? candidate, LocalizedText otherwise) => candidate is null
        ? otherwise
        : new($"`{candidate}` の誤りではありませんか。", $"Did you mean `{candidate}`?");
}
