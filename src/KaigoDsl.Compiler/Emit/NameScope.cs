using System.Globalization;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// The names taken in one C# declaration space. The plan's identifiers are unique among siblings, but C# adds names of its
/// own (<c>Count</c>, <c>Item</c> for an indexer, the enclosing type), so every name is claimed here before it is printed.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameScope(params string[] reserved)
    {
        // Members of object, and the metadata name of an indexer.
        foreach (var name in new[] { "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Item" })
        {
            _taken.Add(name);
        }

        foreach (var name in reserved)
        {
            _taken.Add(name);
        }
    }

    /// <summary>The wanted name, or the first of <c>wanted_2</c>, <c>wanted_3</c>, … that is free.</summary>
    public string Claim(string wanted)
    {
        var name = wanted;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = wanted + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
