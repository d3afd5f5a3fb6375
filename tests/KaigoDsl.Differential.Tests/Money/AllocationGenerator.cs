using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Differential.Tests.Generation;

namespace KaigoDsl.Differential.Tests.Money;

/// <summary>Random allocations that have no error, and rows for them.</summary>
internal sealed class AllocationGenerator(int seed)
{
    private readonly Dice _dice = new(seed);

    public static AllocationModel Model(int seed) => new AllocationGenerator(seed).Model();

    public static ImmutableArray<RowModel> Rows(int seed) => new AllocationGenerator(seed).Rows();

    /// <summary>Whether everything is rounded, so that the whole allocation may be carried out on whole numbers; half of all specs.</summary>
    private bool IsRounded => seed % 2 == 0;

    private AllocationModel Model()
    {
        var amount = _dice.Chance(60) || IsRounded ? Cut() : null;
        int? transition = _dice.Chance(30) ? (_dice.Chance(30) ? 0 : _dice.Between(1, 60)) : null;
        var hasCap = _dice.Chance(35);
        return new AllocationModel([.. Enumerable.Range(0, _dice.Between(1, 3)).Select(Pool)])
        {
            GateLeavesBase = _dice.Chance(40) ? _dice.Chance(50) : null,
            Transition = transition,
            IsNormalised = _dice.Chance(60),
            Amount = amount,
            Total = _dice.Chance(25) || (IsRounded && transition > 0) ? Cut() : null,
            HasCap = hasCap,
            Again = hasCap && _dice.Chance(60) ? Again() : null,
            Left = _dice.Pick(Left.Unsaid, Left.Unsaid, Left.Report, Left.CarryForward),
        };
    }

    private PoolModel Pool(int index)
    {
        var budget = _dice.Chance(8) ? _dice.Pick(300_000_000_000_000_007L, 1_400_000_000_000_000_000L) : _dice.Pick(0L, 1_000L, 99_999L, 1_000_000L, 902_500_000L);
        var pool = new PoolModel("枠" + (char)('甲' + index), budget);
        if (index > 0 && _dice.Chance(12))
        {
            return pool with { IsWithheld = true };
        }

        var hasBounds = _dice.Chance(30);
        var cap = hasBounds && _dice.Chance(80) ? _dice.Between(1, 4) : (int?)null;
        var amount = _dice.Chance(50) ? Cut() : null;
        return pool with
        {
            Weight = _dice.Chance(65) ? _dice.Pick(Enum.GetValues<WeightKind>()) : null,
            Conditions = [.. _dice.Shuffle(Enum.GetValues<ConditionKind>()).Take(_dice.Next(4))],
            Sizes = _dice.Chance(40) ? Sizes(budget) : null,
            HasMembers = _dice.Chance(30),
            CapDivisor = cap,
            FloorDivisor = hasBounds && cap is null && !IsRounded ? _dice.Between(20, 60) : null,
            Again = cap is not null && _dice.Chance(60) ? Again() : null,
            Amount = amount,
            Share = !hasBounds && !IsRounded && _dice.Chance(25) ? new Cut(1, 1_000, _dice.Pick(Direction.Down, Direction.Nearest)) : null,
            ClassBudget = _dice.Chance(40) ? Cut() : null,
            Left = _dice.Pick(Left.Unsaid, Left.Unsaid, Left.Report, Left.CarryForward, Left.LargestRemainder, Left.LargestRemainder),
        };
    }

    private Sizes Sizes(long budget)
    {
        int[] boundaries = _dice.Chance(50) ? [1_000] : [500, 2_000];
        if (_dice.Chance(60))
        {
            return new Sizes([.. boundaries], []);
        }

        var first = budget / _dice.Between(2, 5);
        return new Sizes([.. boundaries], boundaries.Length == 1 ? [first, budget - first] : [first, first / 2, budget - first - (first / 2)]);
    }

    private Again Again() => new(_dice.Pick<int?>(null, null, 1, 2), _dice.Chance(25));

    private Cut Cut() => _dice.Pick(new Cut(1_000, 1, Direction.Down), new Cut(1, 1, Direction.Down), new Cut(1, 1, Direction.Nearest), new Cut(10, 1, Direction.Down), new Cut(1, 100, Direction.Down));

    private ImmutableArray<RowModel> Rows()
    {
        var count = _dice.Pick(1, 2, 3, 5, 8, 13);
        var gaps = _dice.Chance(25);
        var ties = _dice.Chance(40);
        var huge = _dice.Chance(10);
        return
        [
            .. Enumerable.Range(0, count).Select(row => new RowModel(
                (100 + ((row * 37) % 101)).ToString(CultureInfo.InvariantCulture),
                _dice.Chance(8) ? 0 : ties ? _dice.Pick(500, 1_000, 2_500) : huge ? _dice.Between(1, int.MaxValue - 1) : _dice.Between(1, 4_000),
                gaps && _dice.Chance(10) ? null : ties ? _dice.Pick(0, 40, 60, 80) : _dice.Between(0, 100),
                _dice.Chance(15) ? null : _dice.Chance(40),
                gaps && _dice.Chance(5) ? null : (huge ? 300_000_000_000_000_000L : _dice.Pick(1L, 100L, 10_000L, 1_000_000L, 400_000_000L)) * _dice.Between(1, 30),
                _dice.Chance(15) ? null : _dice.Pick(0L, 1_000L, 100_000_000L) + _dice.Between(0, 999),
                gaps && _dice.Chance(15) ? null : _dice.Between(0, 600))),
        ];
    }
}
