namespace KaigoDsl.Runtime;

/// <summary>The points of one node by row, in 点.</summary>
public sealed class ScoreColumn
{
    /// <summary>The score of a row whose points are not known. Never zero, and never a number of points.</summary>
    public const int Unknown = int.MinValue;

    private readonly int[] _values;

    private ScoreColumn(int[] values) => _values = values;

    /// <summary>Number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>The points by row; <see cref="Unknown"/> where not known.</summary>
    public ReadOnlySpan<int> Values => _values;

    /// <summary>The points of a row, or <see cref="Unknown"/>.</summary>
    public int this[int row] => _values[row];

    /// <summary>Copies the points.</summary>
    public static ScoreColumn FromValues(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <summary>Takes over an array without copying; the caller must not write to it afterwards.</summary>
    public static ScoreColumn FromOwned(int[] values) => new(values);

    /// <summary>The points of a row as a quantity; missing where not known.</summary>
    public Rational Quantity(int row) => _values[row] == Unknown ? Rational.Missing : Rational.FromInt64(_values[row]);
}
