using System.Globalization;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Identifiers that must differ: a second one of a name gets a number.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name, or the name with the first free number.</summary>
    public string Add(string name)
    {
        var candidate = name;
        for (var i = 2; !_taken.Add(candidate); i++)
        {
            candidate = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }
}
