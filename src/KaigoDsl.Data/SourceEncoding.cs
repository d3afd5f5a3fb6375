namespace KaigoDsl.Data;

/// <summary>The character encoding a data file was found to be in.</summary>
public enum SourceEncoding
{
    /// <summary>Not known: the file could not be read.</summary>
    Unknown,

    /// <summary>UTF-8 without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithMark,

    /// <summary>CP932 (Windows の Shift_JIS): taken when the bytes are not valid UTF-8.</summary>
    Cp932,

    /// <summary>UTF-16 with a byte order mark, as Excel saves "Unicode text".</summary>
    Utf16,
}
