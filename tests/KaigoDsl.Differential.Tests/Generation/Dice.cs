namespace KaigoDsl.Differential.Tests.Generation;

/// <summary>Chance from a seed: the same seed gives the same throws on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>0 up to but not including <paramref name="sides"/>.</summary>
    public int Next(int sides) => _random.Next(sides);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public List<T> Shuffle<T>(IEnumerable<T> values)
    {
        var list = values.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = _random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }
}
