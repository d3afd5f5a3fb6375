using KaigoDsl.Compiler.Text;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>What a printed figure stands for: [value − precision, value + precision), and the value itself where nothing was rounded.</summary>
internal readonly record struct PublishedRange(ExactNumber Value, ExactNumber Precision)
{
    /// <summary>Whether a computed figure would be printed so.</summary>
    public bool Contains(Rational computed)
    {
        var (value, precision) = (Value.ToRational(), Precision.ToRational());
        return computed == value || (computed.CompareTo(value - precision) >= 0 && computed.CompareTo(value + precision) < 0);
    }
}
