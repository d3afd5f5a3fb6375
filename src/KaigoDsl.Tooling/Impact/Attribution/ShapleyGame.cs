using System.Collections.Immutable;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>
/// Which worlds are compared with which to divide a difference among factors. Up to six: the Shapley value, which is the mean over all orders in which
/// the changes could have been made. More: the mean of what a change does when it is made first and when it is made last; what is then left is
/// interaction.
/// </summary>
internal sealed class ShapleyGame
{
    /// <summary>Parts are whole multiples of 1 ÷ this: 6!.</summary>
    public const int Denominator = 720;

    private const int ExactAtMost = 6;

    public ShapleyGame(IReadOnlyList<int> factors)
        : this(factors, factors.Count <= ExactAtMost)
    {
    }

    private ShapleyGame(IReadOnlyList<int> factors, bool isExact)
    {
        (Factors, IsExact) = (factors, isExact);
        (Worlds, Terms) = isExact ? Exact(factors) : FirstAndLast(factors);
    }

    /// <summary>The factors.</summary>
    public IReadOnlyList<int> Factors { get; }

    /// <summary>Whether all orders are looked at.</summary>
    public bool IsExact { get; }

    /// <summary>The worlds looked at; nothing has happened in the first, everything in the last.</summary>
    public ImmutableArray<FactorSet> Worlds { get; }

    /// <summary>The part of a factor is the sum of (with − without) × weight ÷ <see cref="Denominator"/>.</summary>
    public ImmutableArray<ShapleyTerm> Terms { get; }

    /// <summary>The same factors made first and made last only, where other worlds cannot be.</summary>
    public ShapleyGame WithoutOrders() => new(Factors, isExact: false);

    private static (ImmutableArray<FactorSet>, ImmutableArray<ShapleyTerm>) Exact(IReadOnlyList<int> factors)
    {
        var count = factors.Count;
        var worlds = Enumerable.Range(0, 1 << count).Select(mask => new FactorSet(factors.Where((_, i) => (mask & (1 << i)) != 0))).ToImmutableArray();
        var terms = ImmutableArray.CreateBuilder<ShapleyTerm>();
        for (var i = 0; i < count; i++)
        {
            for (var mask = 0; mask < worlds.Length; mask++)
            {
                if ((mask & (1 << i)) == 0)
                {
                    var size = int.PopCount(mask);
                    terms.Add(new ShapleyTerm(i, mask, mask | (1 << i), Denominator / Factorial(count) * Factorial(size) * Factorial(count - size - 1)));
                }
            }
        }

        return (worlds, terms.ToImmutable());
    }

    private static (ImmutableArray<FactorSet>, ImmutableArray<ShapleyTerm>) FirstAndLast(IReadOnlyList<int> factors)
    {
        var worlds = ImmutableArray.CreateBuilder<FactorSet>();
        worlds.Add(new FactorSet([]));
        worlds.AddRange(factors.Select(static factor => new FactorSet([factor])));
        worlds.AddRange(factors.Select(factor => new FactorSet(factors.Where(other => other != factor))));
        worlds.Add(new FactorSet(factors));
        var terms = ImmutableArray.CreateBuilder<ShapleyTerm>();
        for (var i = 0; i < factors.Count; i++)
        {
            terms.Add(new ShapleyTerm(i, 0, 1 + i, Denominator / 2));
            terms.Add(new ShapleyTerm(i, 1 + factors.Count + i, worlds.Count - 1, Denominator / 2));
        }

        return (worlds.ToImmutable(), terms.ToImmutable());
    }

    private static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
