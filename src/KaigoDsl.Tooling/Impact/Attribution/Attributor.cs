using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>Attributes the difference of every entity's points to changes, data and what is read elsewhere.</summary>
internal sealed class Attributor(Worlds worlds)
{
    private readonly List<long[]> _parts = [];
    /// <summary>By entity in both tables whether its difference is known; others have no part.</summary>
    private bool[] _known = [];

    /// <summary>Divides the differences of points.</summary>
    public void Run()
    {
        var units = new ScoreUnits(worlds);
        foreach (var (old, current, count) in units.Lasting())
        {
            ShapleyShares.Add(worlds.Nodes.Of(old, current), count, PartsOf, worlds.Book.Interaction);
        }

        var nothing = new int[worlds.Rows.Count];
        foreach (var (side, chain) in units.Passing())
        {
            var points = worlds.PointsOf(side, chain[0]);
            var parts = PartsOf(Presence.FactorOf(worlds, side, chain));
            if (side == Side.Old)
            {
                ShapleyShares.AddDifference(parts, points, nothing, ShapleyShares.Denominator);
            }
            else
            {
                ShapleyShares.AddDifference(parts, nothing, points, ShapleyShares.Denominator);
            }
        }

        _known = Close();
    }

    /// <summary>The factors; each with its parts by entity of the result, missing where the difference is not known.</summary>
    /// <param name="places">By entity in both tables: its index among the entities of the result.</param>
    /// <param name="entities">How many entities the result has.</param>
    /// <param name="yenOf">By factor: its parts in 円 by entity in both tables; <see langword="null"/> for none.</param>
    /// <param name="money">What entities are paid; <see langword="null"/> without allocations.</param>
    public ImmutableArray<ImpactFactor> ToFactors(int[] places, int entities, Func<int, Rational[]?> yenOf, MoneyImpact? money)
    {
        var hasYen = money is not null && money.Allocations.Any(static allocation => allocation.IsCompared);
        var factors = new List<ImpactFactor>();
        for (var factor = 0; factor < worlds.Book.Factors.Count; factor++)
        {
            var (kind, text, change) = worlds.Book.Factors[factor];
            var (own, yen) = (PartsOf(factor), yenOf(factor));
            if (kind != FactorKind.Change && own.All(static part => part == 0) && (yen is null || yen.All(static part => part.Sign == 0)))
            {
                continue;
            }

            var parts = new Rational[entities];
            var yenParts = new Rational[hasYen ? entities : 0];
            for (var i = 0; i < own.Length; i++)
            {
                parts[places[i]] = _known[i] ? Rational.Create(own[i], ShapleyShares.Denominator) : Rational.Missing;
                if (hasYen && money is not null && money.Entities[places[i]].IsCompared)
                {
                    yenParts[places[i]] = yen?[i] ?? Rational.Zero;
                }
            }

            factors.Add(new ImpactFactor(kind, text, change, [.. parts]) { Yen = [.. yenParts], Joined = worlds.Book.JoinedTo(factor) });
        }

        return
        [
            .. factors.OrderBy(static factor => factor.Kind)
                .ThenBy(static factor => factor.Change < 0 ? int.MaxValue : factor.Change)
                .ThenBy(static factor => factor.Text.Japanese, StringComparer.Ordinal),
        ];
    }

    private long[] PartsOf(int factor)
    {
        while (_parts.Count <= factor)
        {
            _parts.Add(new long[worlds.Rows.Count]);
        }

        return _parts[factor];
    }

    /// <summary>Whatever the addends did not say is interaction, so that the parts add up; says for whom the difference is known.</summary>
    private bool[] Close()
    {
        var (old, current, rows) = (worlds.Totals(Side.Old), worlds.Totals(Side.New), worlds.Rows);
        var known = new bool[rows.Count];
        var interaction = PartsOf(worlds.Book.Interaction);
        for (var i = 0; i < known.Length; i++)
        {
            var (before, after) = (old[rows.Old[i]], current[rows.New[i]]);
            known[i] = before != ScoreColumn.Unknown && after != ScoreColumn.Unknown;
            if (known[i])
            {
                interaction[i] += (((long)after - before) * ShapleyShares.Denominator) - _parts.Sum(parts => parts[i]);
            }
        }

        return known;
    }
}
