namespace KaigoDsl.Differential.Tests.Naive;

/// <summary>Remembers what was computed and notices what waits for itself.</summary>
internal sealed class Memo<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _known = [];
    private readonly HashSet<TKey> _open = [];

    public TValue Get(TKey key, Func<TValue> compute)
    {
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!_open.Add(key))
        {
            throw new CircularSpecException();
        }

        var value = compute();
        _open.Remove(key);
        _known.Add(key, value);
        return value;
    }
}
