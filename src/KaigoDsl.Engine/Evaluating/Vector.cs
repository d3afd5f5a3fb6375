namespace KaigoDsl.Engine;

/// <summary>A column of intermediate results: one value per row, or one value for all rows.</summary>
internal readonly struct Vector<T>
{
    private readonly T[]? _values;
    private readonly T _scalar;

    public Vector(T[] values)
    {
        _values = values;
        _scalar = default!;
    }

    public Vector(T scalar)
    {
        _values = null;
        _scalar = scalar;
    }

    public T this[int row] => _values is null ? _scalar : _values[row];

    /// <summary>One value per row; shares the array when there is one, so callers must not write.</summary>
    public T[] ToArray(int count)
    {
        if (_values is not null)
        {
            return _values;
        }

        var filled = new T[count];
        Array.Fill(filled, _scalar);
        return filled;
    }
}
