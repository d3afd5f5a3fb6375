using System.Collections.Immutable;
using System.Globalization;

namespace KaigoDsl.Runtime.Tests.Apportionment;

/// <summary>Draws sound requests that are small, awkward and of every kind: ties, zeros, tight caps, floors, odd units, one recipient, none.</summary>
internal sealed class RequestGenerator(int seed)
{
    private static readonly Rational[] s_units =
        [1, 1000, Rational.Create(1, 100), 7, Rational.Create(100_000_000, 1), Rational.Create(1, 3)];

    private static readonly Rational[] s_shares =
        [Rational.Create(1, 10), Rational.Create(1, 100), Rational.Create(1, 10_000), Rational.Create(1, 10_000_000_000)];

    private readonly Random _random = new(seed);

    public ApportionmentRequest Next()
    {
        var count = _random.Next(8) switch { 0 => _random.Next(3), 1 => _random.Next(14), _ => 2 + _random.Next(4) };
        var rounding = Rounding();
        var scale = rounding.Mode == RoundingMode.None ? 1 : rounding.Unit;
        var weights = Weights(count);
        var hasCaps = _random.Next(3) == 0;
        var hasFloors = _random.Next(4) == 0;
        var budget = (_random.Next(6) == 0 ? Fraction(60) : Rational.FromInt64(_random.Next(_random.Next(3) == 0 ? 5 : 300))) * scale;
        ImmutableArray<Rational?> floors = hasFloors ? [.. weights.Select(_ => Bound(1 + (40 / (count + 1)), scale))] : [];
        ImmutableArray<Rational?> caps = hasCaps ? [.. weights.Select((_, i) => Above(Bound(60, scale), hasFloors ? floors[i] : null))] : [];
        return new ApportionmentRequest
        {
            Budget = budget,
            Weights = weights,
            Rounding = rounding,
            ShareRounding = !hasCaps && !hasFloors && _random.Next(5) == 0
                ? new(Mode(), s_shares[_random.Next(s_shares.Length)])
                : AmountRounding.None,
            Caps = caps,
            Floors = floors,
            Bounds = _random.Next(3) > 0 ? BoundsRule.UntilSettled : BoundsRule.Once,
            Residue = rounding.Mode != RoundingMode.None && _random.Next(2) == 0 ? ResidueRule.LargestRemainder : ResidueRule.Report,
            TieKeys = _random.Next(2) == 0 ? [.. weights.Select(_ => Rational.FromInt64(_random.Next(4)))] : [],
            TieOrder = (TieOrder)_random.Next(2),
            FinalKeys = [.. Enumerable.Range(0, count).Select(i => "r" + i.ToString("00", CultureInfo.InvariantCulture))],
        };
    }

    public int[] Permutation(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        _random.Shuffle(order);
        return order;
    }

    public Rational Fraction(int most) => Rational.Create(_random.Next(most * 7), _random.Next(1, 13));

    private ImmutableArray<Rational> Weights(int count)
    {
        var kind = _random.Next(6);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => kind switch
            {
                0 => Rational.FromInt64(_random.Next(4)),
                1 => Rational.One,
                2 => Fraction(5),
                3 => Rational.FromInt64(_random.NextInt64(1_000_000_000_000)),
                4 => _random.Next(3) == 0 ? Rational.Zero : Rational.FromInt64(_random.Next(400) * (long)_random.Next(1_000_000)),
                _ => Rational.FromInt64(_random.Next(100)),
            }),
        ];
    }

    private AmountRounding Rounding() =>
        _random.Next(7) == 0 ? AmountRounding.None : new(Mode(), s_units[_random.Next(s_units.Length)]);

    private RoundingMode Mode() => (RoundingMode)_random.Next(1, 4);

    private Rational? Bound(int most, Rational scale) =>
        _random.Next(4) == 0 ? null : (_random.Next(3) == 0 ? Fraction(most / 7) : Rational.FromInt64(_random.Next(most))) * scale;

    private static Rational? Above(Rational? cap, Rational? floor) =>
        cap is { } c && floor is { } f ? Rational.Max(c, f) : cap;
}
