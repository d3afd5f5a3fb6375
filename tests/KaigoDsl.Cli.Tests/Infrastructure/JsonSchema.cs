using System.Text.Json;

namespace KaigoDsl.Cli.Tests.Infrastructure;

/// <summary>As much of JSON Schema as the documented schemas use: type, enum, const, properties, required, additionalProperties, items, minimum, maximum, $ref.</summary>
internal static class JsonSchema
{
    private static readonly HashSet<string> s_known =
        ["$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "const", "properties", "required", "additionalProperties", "items", "minimum", "maximum"];

    public static List<string> Validate(JsonElement value, JsonElement schema)
    {
        var problems = new List<string>();
        Validate(value, schema, schema, "$", problems);
        return problems;
    }

    private static void Validate(JsonElement value, JsonElement schema, JsonElement root, string path, List<string> problems)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !s_known.Contains(keyword.Name)))
        {
            problems.Add($"{path}: this checker does not know {keyword.Name}");
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = root;
            foreach (var part in (reference.GetString() ?? string.Empty).TrimStart('#', '/').Split('/'))
            {
                target = target.GetProperty(part);
            }

            Validate(value, target, root, path, problems);
            return;
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(value, name)))
        {
            problems.Add($"{path}: {value.ValueKind} is not {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            problems.Add($"{path}: {value} is none of {choices}");
        }

        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            problems.Add($"{path}: {value} is not {constant}");
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            if ((schema.TryGetProperty("minimum", out var least) && value.GetInt64() < least.GetInt64())
                || (schema.TryGetProperty("maximum", out var most) && value.GetInt64() > most.GetInt64()))
            {
                problems.Add($"{path}: {value} is out of range");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Validate(item, items, root, $"{path}[{index++}]", problems);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            ValidateObject(value, schema, root, path, problems);
        }
    }

    private static void ValidateObject(JsonElement value, JsonElement schema, JsonElement root, string path, List<string> problems)
    {
        var properties = schema.TryGetProperty("properties", out var declared) ? declared : default;
        foreach (var property in value.EnumerateObject())
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var inner))
            {
                Validate(property.Value, inner, root, $"{path}.{property.Name}", problems);
            }
            else if (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False)
            {
                problems.Add($"{path}: {property.Name} is not in the schema");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            problems.AddRange(required.EnumerateArray()
                .Select(name => name.GetString() ?? string.Empty)
                .Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{path}: {name} is missing"));
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString() ?? string.Empty) : [type.GetString() ?? string.Empty];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
