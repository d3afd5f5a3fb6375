using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Values that replace the defaults of constants (定数), by label. Names that a framework does not use do not concern it.</summary>
public sealed class ConstantOverrides
{
    private readonly ImmutableSortedDictionary<string, Rational> _values;

    private ConstantOverrides(ImmutableSortedDictionary<string, Rational> values) => _values = values;

    /// <summary>Nothing is replaced.</summary>
    public static ConstantOverrides None { get; } = new(ImmutableSortedDictionary.Create<string, Rational>(StringComparer.Ordinal));

    /// <summary>The labels replaced, in ordinal order.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The same overrides and one more; a later value wins.</summary>
    /// <param name="name">The constant's label.</param>
    /// <param name="value">Its value in base units.</param>
    public ConstantOverrides With(string name, Rational value) => new(_values.SetItem(name, value));

    /// <summary>The value in force for a constant.</summary>
    public Rational ValueOf(ConstantPlan constant)
    {
        ArgumentNullException.ThrowIfNull(constant);
        return _values.TryGetValue(constant.Name, out var value) ? value : constant.Value.ToRational();
    }
}
