namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>The language of a message.</summary>
public enum MessageLanguage
{
    /// <summary>日本語.</summary>
    Japanese,

    /// <summary>English.</summary>
    English,
}
