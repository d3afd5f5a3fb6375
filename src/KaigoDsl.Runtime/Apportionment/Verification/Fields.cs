using System.Text.Json;

namespace KaigoDsl.Runtime;

/// <summary>The properties of one JSON object. What nobody asked for is a fault: nothing may stand in a certificate unchecked.</summary>
internal sealed class Fields
{
    private readonly JsonElement _element;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Fields(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new UnreadableCertificateException(place, "{ }");
        }

        _element = element;
        Place = place;
    }

    public string Place { get; }

    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    public string? OptionalText(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Missing(name);
    }

    public bool Flag(string name, bool otherwise)
    {
        if (!Find(name, out var value))
        {
            return otherwise;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ValueKind == JsonValueKind.True : throw Missing(name);
    }

    public ExactFraction Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    public ExactFraction? OptionalNumber(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString() ?? string.Empty,
            _ => string.Empty,
        };
        return ExactFraction.TryParse(text, out var number) ? number : throw Missing(name);
    }

    public Fields? Optional(string name) => Find(name, out var value) ? new Fields(value, Place + " " + name) : null;

    public IEnumerable<Fields> Rows(string name, string itemName)
    {
        if (!Find(name, out var value) || value.ValueKind != JsonValueKind.Array)
        {
            throw Missing(name);
        }

        var number = 0;
        foreach (var item in value.EnumerateArray())
        {
            number++;
            var place = $"{Place} {itemName} {number}".TrimStart();
            yield return new Fields(item, place);
        }
    }

    /// <summary>Reports what was never asked for.</summary>
    public void Finish(FaultList faults)
    {
        foreach (var property in _element.EnumerateObject())
        {
            if (!_asked.Contains(property.Name))
            {
                faults.Add(Place, "unknown", string.Empty, property.Name);
            }
        }
    }

    private bool Find(string name, out JsonElement value)
    {
        _asked.Add(name);
        return _element.TryGetProperty(name, out value);
    }

    private UnreadableCertificateException Missing(string name) => new(Place, name);
}
