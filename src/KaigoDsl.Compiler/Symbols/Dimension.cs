using System.Collections.Immutable;
using System.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>The dimension of a quantity: base units with exponents, <c>円/人</c>. 割合 is the empty one. Compares by value.</summary>
public sealed class Dimension : IEquatable<Dimension>
{
    // Ordered by unit, no exponent zero: equal dimensions have equal arrays. Few are ever longer than two.
    private readonly ImmutableArray<(string Unit, int Exponent)> _exponents;

    private Dimension(ImmutableArray<(string Unit, int Exponent)> exponents) => _exponents = exponents;

    /// <summary>No dimension: ratios and plain numbers.</summary>
    public static Dimension None { get; } = new([]);

    /// <summary>点.</summary>
    public static Dimension Points { get; } = Of("点");

    /// <summary>団体.</summary>
    public static Dimension Entities { get; } = Of("団体");

    /// <summary>Whether this is the empty dimension.</summary>
    public bool IsNone => _exponents.IsEmpty;

    /// <summary>The dimension of one base unit; an empty name gives <see cref="None"/>.</summary>
    public static Dimension Of(string baseUnit) => baseUnit.Length == 0 ? None : new([(baseUnit, 1)]);

    /// <summary>The dimension of a product.</summary>
    public Dimension Times(Dimension other) => Combine(other, 1);

    /// <summary>The dimension of a quotient.</summary>
    public Dimension Over(Dimension other) => Combine(other, -1);

    /// <inheritdoc/>
    public bool Equals(Dimension? other)
    {
        if (other is null || _exponents.Length != other._exponents.Length)
        {
            return false;
        }

        for (var i = 0; i < _exponents.Length; i++)
        {
            if (_exponents[i].Exponent != other._exponents[i].Exponent
                || !string.Equals(_exponents[i].Unit, other._exponents[i].Unit, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

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
        foreach (var (unit, exponent) in _exponents)
        {
            var target = exponent > 0 ? over : under;
            for (var i = 0; i < Math.Abs(exponent); i++)
            {
                target.Append(target.Length == 0 ? string.Empty : "·").Append(unit);
            }
        }

        var numerator = over.Length == 0 ? "1" : over.ToString();
        return under.Length == 0 ? numerator : numerator + "/" + under;
    }

    private Dimension Combine(Dimension other, int sign)
    {
        if (other.IsNone)
        {
            return this;
        }

        var result = ImmutableArray.CreateBuilder<(string Unit, int Exponent)>(_exponents.Length + other._exponents.Length);
        var (left, right) = (0, 0);
        while (left < _exponents.Length || right < other._exponents.Length)
        {
            var order = left == _exponents.Length ? 1
                : right == other._exponents.Length ? -1
                : string.CompareOrdinal(_exponents[left].Unit, other._exponents[right].Unit);
            var exponent = (order <= 0 ? _exponents[left].Exponent : 0) + (order >= 0 ? sign * other._exponents[right].Exponent : 0);
            if (exponent != 0)
            {
                result.Add((order <= 0 ? _exponents[left].Unit : other._exponents[right].Unit, exponent));
            }

            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }

        return result.Count == 0 ? None : new Dimension(result.ToImmutable());
    }
}
