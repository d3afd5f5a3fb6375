using System.Globalization;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>The numbers of the scoring code. Whole ones are printed where they are used; fractions and huge ones become fields, so that they are reduced once.</summary>
internal sealed class LiteralPool
{
    private const string Rational = "global::KaigoDsl.Runtime.Rational";

    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly Dictionary<ExactNumber, string> _names = [];

    /// <summary>Field names and their initial values, in order of first use.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>An expression for the number.</summary>
    public string Use(ExactNumber value)
    {
        if (value.IsInteger && CSharpText.Long(value.Numerator) is { } whole)
        {
            return $"{Rational}.FromInt64({whole})";
        }

        if (!_names.TryGetValue(value, out var name))
        {
            name = "Number" + (_fields.Count + 1).ToString(CultureInfo.InvariantCulture);
            _names.Add(value, name);
            _fields.Add(new KeyValuePair<string, string>(name, Create(value)));
        }

        return name;
    }

    /// <summary>An expression that creates the number, for initialisers.</summary>
    public static string Create(ExactNumber value)
    {
        var numerator = CSharpText.Long(value.Numerator);
        var denominator = CSharpText.Long(value.Denominator);
        if (numerator is not null && denominator is not null)
        {
            return value.IsInteger ? $"{Rational}.FromInt64({numerator})" : $"{Rational}.Create({numerator}, {denominator})";
        }

        return $"{Rational}.Create({Big(value.Numerator)}, {Big(value.Denominator)})";
    }

    private static string Big(System.Numerics.BigInteger value) =>
        $"global::System.Numerics.BigInteger.Parse(\"{value.ToString(CultureInfo.InvariantCulture)}\", global::System.Globalization.CultureInfo.InvariantCulture)";
}
