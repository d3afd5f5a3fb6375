using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KaigoDsl.Cli;

/// <summary>JSON written by hand: no reflection at start-up, a fixed order, Japanese readable.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A whole number, or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>A number that is already exact decimal text; null when blank.</summary>
    public static void WriteDecimal(this Utf8JsonWriter writer, string name, string text)
    {
        writer.WritePropertyName(name);
        if (text.Length == 0)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(text);
        }
    }
}
