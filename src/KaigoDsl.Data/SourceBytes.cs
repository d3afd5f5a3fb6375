using System.Text;

namespace KaigoDsl.Data;

/// <summary>The bytes of a data file as UTF-8, and the encoding they were in.</summary>
internal readonly record struct SourceBytes(ReadOnlyMemory<byte> Utf8, SourceEncoding Kind)
{
    private static readonly Encoding StrictCp932 = CreateStrictCp932();

    /// <summary>Detects the encoding and transcodes to UTF-8; UTF-8 itself is not copied.</summary>
    /// <returns>False when the bytes are valid in none of the encodings that are read.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> bytes, out SourceBytes result)
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            result = new(bytes[3..], SourceEncoding.Utf8WithMark);
            return System.Text.Unicode.Utf8.IsValid(span[3..]);
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var utf16 = new UnicodeEncoding(bigEndian: span[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
            return TryTranscode(bytes[2..], utf16, SourceEncoding.Utf16, out result);
        }

        if (System.Text.Unicode.Utf8.IsValid(span))
        {
            result = new(bytes, SourceEncoding.Utf8);
            return true;
        }

        return TryTranscode(bytes, StrictCp932, SourceEncoding.Cp932, out result);
    }

    private static bool TryTranscode(ReadOnlyMemory<byte> bytes, Encoding from, SourceEncoding kind, out SourceBytes result)
    {
        try
        {
            result = new(Encoding.UTF8.GetBytes(from.GetString(bytes.Span)), kind);
            return true;
        }
        catch (DecoderFallbackException)
        {
            result = new(ReadOnlyMemory<byte>.Empty, SourceEncoding.Unknown);
            return false;
        }
    }

    private static Encoding CreateStrictCp932() =>
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The platform has no CP932.");
}
