using System.Collections.Immutable;
using System.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>The dimension of a quantity: base units with exponents, <c>円/人</c>. 割合 is the empty one. Compares by value.</summary>
public sealed class Dimension : IEquatable<Dimension>
{
    private readonly ImmutableSortedDictionary<string, int> _exponents;

    private Dimension(ImmutableSortedDictionary<string, int> exponents) => _exponents = exponents;

    /// <summary>No dimension: ratios and plain numbers.</summary>
    public static Dimension None { get; } = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>点.</summary>
    public static Dimension Points { get; } = Of("点");

    /// <summary>団体.</summary>
    public static Dimension Entities { get; } = Of("団体");

    /// <summary>Whether this is the empty dimension.</summary>
    public bool IsNone => _exponents.IsEmpty;

    /// <summary>The dimension of one base unit; an empty name gives <see cref="None"/>.</summary>
    public static Dimension Of(string baseUnit) => baseUnit.Length == 0 ? None : new(None._exponents.Add(baseUnit, 1));

    /// <summary>The dimension of a product.</summary>
    public Dimension Times(Dimension other) => Combine(other, 1);

    /// <summary>The dimension of a quotient.</summary>
    public Dimension Over(Dimension other) => Combine(other, -1);

    /// <inheritdoc/>
    public bool Equals(Dimension? other) => other is not null && _exponents.SequenceEqual(other._exponents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary><c>人</c>, <c>円/人</c>, <c>点·人</c>; 割合 for the empty one.</summary>
    public override string ToString()
    {
        if (IsNone)
        {
            return "割合";
        }

        var over = new StringBuilder();
        var under = new StringBuilder();
        foreach (var pair in _exponents)
        {
            var target = pair.Value > 0 ? over : under;
            for (var i = 0; i < Math.Abs(pair.Value); i++)
            {
                target.Append(target.Length == 0 ? string.Empty : "·").Append(pair.Key);
            }
        }

        var numerator = over.Length == 0 ? "1" : over.ToString();
        return under.Length == 0 ? numerator : numerator + "/" + under;
    }

    private Dimension Combine(Dimension other, int sign)
    {
        var result = _exponents;
        foreach (var pair in other._exponents)
        {
            var exponent = (result.TryGetValue(pair.Key, out var present) ? present : 0) + (sign * pair.Value);
            result = exponent == 0 ? result.Remove(pair.Key) : result.SetItem(pair.Key, exponent);
        }

        return result.IsEmpty ? None : new Dimension(result);
    }
}
