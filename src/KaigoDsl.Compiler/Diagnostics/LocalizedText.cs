namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>One text in both languages.</summary>
/// <param name="Japanese">日本語.</param>
/// <param name="English">English.</param>
public sealed record LocalizedText(string Japanese, string English)
{
    /// <summary>The text in a language.</summary>
    public string In(MessageLanguage language) => language == MessageLanguage.Japanese ? Japanese : English;
}
