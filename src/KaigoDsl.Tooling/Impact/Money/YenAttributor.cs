using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>Attributes the difference of every entity's payments (交付額) to the factors, exactly, in 円.</summary>
internal sealed class YenAttributor(MoneyBetween money)
{
    private readonly Dictionary<int, Rational[]> _parts = [];

    private int Count => money.Worlds.Rows.Count;

    /// <summary>Divides the differences of every allocation that both sides carry out, or that only one side has.</summary>
    public void Run()
    {
        foreach (var (before, after) in money.Matches)
        {
            if (before is not null && after is not null)
            {
                if (money.AllocationOf(Side.New, after.Index) is { } allocation)
                {
                    Divide(allocation, PaymentsOf(Side.Old, before), PaymentsOf(Side.New, after));
                }
            }
            else if (before is not null && money.Old.ResultOf(before) is not null)
            {
                Add(money.PresenceOf(Side.Old, before), PaymentsOf(Side.Old, before), null);
            }
            else if (after is not null && money.New.ResultOf(after) is not null)
            {
                Add(money.PresenceOf(Side.New, after), null, PaymentsOf(Side.New, after));
            }
        }
    }

    /// <summary>The parts of a factor by entity in both tables, in 円; <see langword="null"/> when it has none.</summary>
    public Rational[]? PartsOf(int factor) => _parts.GetValueOrDefault(factor);

    private void Divide(AllocationBetween allocation, Rational[] before, Rational[] after)
    {
        var factors = allocation.Factors;
        var rest = new Rational[Count];
        for (var row = 0; row < rest.Length; row++)
        {
            rest[row] = after[row] - before[row];
        }

        if (factors.Count == 1)
        {
            Add(factors[0], before, after);
            return;
        }

        if (factors.Count > 1)
        {
            var game = new ShapleyGame(factors);
            var values = Values(game, allocation, before, after);
            if (game.IsExact && values.Contains(null))
            {
                game = game.WithoutOrders();
                values = Values(game, allocation, before, after);
            }

            Divide(game, values, rest);
        }

        AddTo(money.Worlds.Book.Interaction, rest);
    }

    /// <summary>By world the payments; <see langword="null"/> where it cannot be allocated.</summary>
    private static Rational[]?[] Values(ShapleyGame game, AllocationBetween allocation, Rational[] before, Rational[] after)
    {
        var values = new Rational[]?[game.Worlds.Length];
        (values[0], values[^1]) = (before, after);
        for (var world = 1; world < values.Length - 1; world++)
        {
            values[world] = allocation.Payments(game.Worlds[world]);
        }

        return values;
    }

    /// <summary>Adds the parts of the factors and leaves in the rest what they do not explain. A change that can be made first only, or last only, counts as it does there.</summary>
    private void Divide(ShapleyGame game, Rational[]?[] values, Rational[] rest)
    {
        for (var factor = 0; factor < game.Factors.Count; factor++)
        {
            var steps = new List<(Rational[] Without, Rational[] With, Rational Weight)>();
            var weights = 0;
            foreach (var term in game.Terms)
            {
                if (term.Factor == factor && values[term.Without] is { } without && values[term.With] is { } with)
                {
                    steps.Add((without, with, Rational.FromInt64(term.Weight)));
                    weights += term.Weight;
                }
            }

            if (steps.Count > 0)
            {
                AddTo(game.Factors[factor], Parts(steps, Rational.FromInt64(weights), rest));
            }
        }
    }

    private static Rational[] Parts(List<(Rational[] Without, Rational[] With, Rational Weight)> steps, Rational weights, Rational[] rest)
    {
        var parts = new Rational[rest.Length];
        for (var row = 0; row < parts.Length; row++)
        {
            var part = Rational.Zero;
            foreach (var (without, with, weight) in steps)
            {
                if (without[row] != with[row])
                {
                    part += (with[row] - without[row]) * weight;
                }
            }

            parts[row] = part.Sign == 0 ? part : part / weights;
            rest[row] -= parts[row];
        }

        return parts;
    }

    /// <summary>By entity in both tables.</summary>
    private Rational[] PaymentsOf(Side side, AllocationPlan plan) =>
        (side == Side.Old ? money.Old : money.New).ResultOf(plan) is { } result ? Array.ConvertAll(money.Worlds.Rows.Of(side), row => result.Payments[row]) : [];

    private void Add(int factor, Rational[]? before, Rational[]? after)
    {
        var parts = new Rational[Count];
        for (var row = 0; row < parts.Length; row++)
        {
            parts[row] = (after?[row] ?? Rational.Zero) - (before?[row] ?? Rational.Zero);
        }

        AddTo(factor, parts);
    }

    private void AddTo(int factor, Rational[] parts)
    {
        if (!_parts.TryGetValue(factor, out var sums))
        {
            _parts.Add(factor, sums = new Rational[Count]);
            Array.Fill(sums, Rational.Zero);
        }

        for (var row = 0; row < sums.Length; row++)
        {
            sums[row] += parts[row];
        }
    }
}
