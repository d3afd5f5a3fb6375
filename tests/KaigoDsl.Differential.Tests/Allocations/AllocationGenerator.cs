using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Differential.Tests.Generation;

namespace KaigoDsl.Differential.Tests.Allocations;

/// <summary>Random allocations with every construct of the language; the same seed gives the same spec.</summary>
internal sealed class AllocationGenerator
{
    private static readonly long[] s_budgets = [0, 1, 7, 999, 1000, 10_000, 123_456, 1_000_000, 987_654_321, 9_549_149_000];

    private static readonly ImmutableArray<AllocColumn> s_columns =
    [
        new("人口", "人", false), new("過疎", "真偽", false), new("区分", "人", false),
        new("所要額", "千円", true), new("前年度額", "円", true), new("前年度順位", "位", true), new("上限", "円", true), new("特例", "真偽", true),
    ];

    private readonly Dice _dice;
    private readonly List<(string Label, AllocExpr Value)> _values = [];
    private readonly List<(string Label, AllocExpr Value, bool HighestFirst, AllocExpr? Population)> _standings = [];

    private AllocationGenerator(int seed) => _dice = new Dice(seed);

    public static AllocSpec Generate(int seed) => new AllocationGenerator(seed).Spec();

    private AllocSpec Spec()
    {
        var count = _dice.Pick(1, 1, 2, 3);
        var decisions = Enumerable.Range(0, _dice.Next(3)).Select(i => new AllocGateDecision("要件" + Number(i), DecisionCondition())).ToImmutableArray();
        var pools = Enumerable.Range(0, count).Select(_ => _dice.Between(1, 4)).ToArray();
        return new AllocSpec(
            s_columns,
            [.. AllocSpec.Grants.Select(_ => Enumerable.Range(0, _dice.Between(1, 3)).Select(_ => _dice.Between(1, 40)).ToImmutableArray())],
            decisions,
            [.. Enumerable.Range(0, count).Select(i => Allocation(i, decisions, pools))],
            [.. _dice.Shuffle(Enumerable.Range(0, count))]);
    }

    private AllocModel Allocation(int index, ImmutableArray<AllocGateDecision> decisions, int[] pools)
    {
        _values.Clear();
        _standings.Clear();
        for (var i = 0; i < _dice.Next(3); i++)
        {
            _values.Add(("重み" + Number(i), Weight()));
        }

        for (var i = 0; i < _dice.Next(3); i++)
        {
            _standings.Add(("順位" + Number(i), _dice.Chance(50) ? Score() : new AllocName("人口"), _dice.Chance(70), _dice.Chance(30) ? Named(Condition(1)) : null));
        }

        var gates = decisions.Where(_ => _dice.Chance(40)).Select(d => (d.Label, _dice.Chance(50))).ToImmutableArray();
        var cap = _dice.Chance(40) ? Amount() : null;
        var drawn = Enumerable.Range(0, pools[index]).Select(i => Pool(index, i, pools)).ToImmutableArray();
        return new AllocModel(
            "配分" + Number(index),
            _dice.Chance(20),
            gates,
            [.. _values],
            [.. _standings],
            drawn,
            _dice.Chance(25) ? new AllocTransition(new AllocName("前年度額"), _dice.Pick("30%", "0%", "100%", "1 ÷ 3", "0.25"), _dice.Chance(70)) : null,
            Roundings(["金額", .. Shares(drawn.Any(static pool => pool.Cap is not null || pool.Floor is not null)), "規模別予算", "合計"]),
            cap,
            _dice.Chance(15) ? Floor() : null,
            cap is not null && _dice.Chance(70) ? Redistribution() : null,
            _dice.Chance(80) ? Residue(index, -1, pools) : null);
    }

    private AllocPool Pool(int allocation, int index, int[] pools)
    {
        var label = "枠" + Number(index);
        var budget = _dice.Pick(s_budgets);
        var residue = _dice.Chance(60) ? Residue(allocation, index, pools) : null;
        var rule = _dice.Pick("按分", "按分", "按分", "均等", "均等", "配分しない");
        if (rule == "配分しない")
        {
            return new AllocPool(label, budget, rule, null, [], null, null, null, null, null, [], residue is { Kind: "最大剰余" } ? null : residue);
        }

        var cap = _dice.Chance(35) ? Amount() : null;
        var floor = _dice.Chance(20) ? Floor() : null;
        return new AllocPool(
            label,
            budget,
            rule,
            rule == "按分" ? Weight() : null,
            rule == "均等" ? [.. Enumerable.Range(0, _dice.Next(4)).Select(_ => Condition(2))] : [],
            _dice.Chance(40) ? Sizes(budget) : null,
            _dice.Chance(30) ? Condition(1) : null,
            cap,
            floor,
            cap is not null && _dice.Chance(70) ? Redistribution() : null,
            Roundings(["金額", .. Shares(cap is not null || floor is not null), "規模別予算"]),
            residue);
    }

    private AllocSizes Sizes(long budget)
    {
        var boundaries = new SortedSet<int>(Enumerable.Range(0, _dice.Next(4)).Select(_ => _dice.Pick(1, 50, 100, 1000, 3000, 10_000)));
        var measure = _dice.Chance(80) ? (AllocExpr)new AllocName("人口") : new AllocName("区分");
        if (_dice.Chance(60))
        {
            return new AllocSizes(measure, [.. boundaries], [], _dice.Chance(60) ? new AllocName("人口") : Weight());
        }

        var budgets = ImmutableArray.CreateBuilder<long>();
        var rest = budget;
        for (var i = 0; i < boundaries.Count; i++)
        {
            var part = rest / _dice.Between(1, 4);
            budgets.Add(part);
            rest -= part;
        }

        budgets.Add(rest);
        return new AllocSizes(measure, [.. boundaries], budgets.ToImmutable(), null);
    }

    /// <summary>Bounds move the shares, so rounding them is an error (KGO3211).</summary>
    private static string[] Shares(bool isBounded) => isBounded ? [] : ["按分率"];

    private ImmutableArray<AllocRounding> Roundings(string[] targets)
    {
        var roundings = ImmutableArray.CreateBuilder<AllocRounding>();
        foreach (var target in targets.Where(_ => _dice.Chance(45)))
        {
            var direction = _dice.Pick("切り捨て", "切り捨て", "四捨五入", "切り上げ");
            var places = _dice.Between(0, 6);
            var power = (long)Math.Pow(10, places);
            var (unit, numerator, denominator) = target == "按分率"
                ? _dice.Pick(($"小数点以下{places}位", 1L, power), ("0.05", 1L, 20L), ("1%", 1L, 100L))
                : _dice.Pick(("円", 1L, 1L), ("千円", 1000L, 1L), ("10円", 10L, 1L), ("7円", 7L, 1L), ("小数点以下2位", 1L, 100L), ("0.5円", 1L, 2L));
            roundings.Add(new AllocRounding(target, unit, numerator, denominator, direction));
        }

        return roundings.ToImmutable();
    }

    private AllocRedistribution Redistribution()
    {
        var weight = _dice.Chance(25) ? Weight() : null;
        var members = _dice.Chance(25) ? Condition(1) : null;
        return new AllocRedistribution(
            weight, weight is null && _dice.Chance(50), _dice.Pick<int?>(null, 1, 1, 2, 3), members, members is null && _dice.Chance(50));
    }

    private AllocResidue Residue(int allocation, int pool, int[] pools)
    {
        var kinds = new List<string> { "報告", "最大剰余", "最大剰余", "翌回へ繰越", "特定の団体へ" };
        if (pool >= 0 && pool + 1 < pools[allocation])
        {
            kinds.Add("枠へ");
        }

        if (allocation + 1 < pools.Length)
        {
            kinds.AddRange(["配分へ", "配分へ"]);
        }

        var kind = _dice.Pick(kinds);
        var target = kind == "配分へ" ? _dice.Between(allocation + 1, pools.Length - 1) : -1;
        var into = kind == "枠へ" ? _dice.Between(pool + 1, pools[allocation] - 1) : kind == "配分へ" && _dice.Chance(50) ? _dice.Next(pools[target]) : -1;
        return new AllocResidue(
            kind,
            kind == "最大剰余" && _dice.Chance(50) ? new AllocName(_dice.Pick("人口", "区分")) : null,
            _dice.Chance(60),
            kind == "特定の団体へ" ? [.. _dice.Shuffle(new[] { "団体1", "団体2", "団体3" }).Take(_dice.Between(1, 2))] : [],
            target,
            into);
    }

    /// <summary>A quantity that is zero or more for usual data.</summary>
    private AllocExpr Weight() => _dice.Next(_values.Count > 0 ? 7 : 6) switch
    {
        0 => Score(),
        1 => new AllocName("人口"),
        2 => new AllocBinary("×", Score(), new AllocName("人口")),
        3 => new AllocBinary("÷", new AllocBinary("×", Score(), new AllocName("人口")), new AllocNumber(_dice.Pick("2", "3", "0.7"), string.Empty)),
        4 => new AllocBinary("+", new AllocName("人口"), new AllocNumber("1", "人")),
        5 => new AllocBinary("×", new AllocName("所要額"), new AllocNumber("1", "点")),
        _ => new AllocName(_dice.Pick(_values).Label),
    };

    private AllocExpr Amount() => _dice.Next(5) switch
    {
        0 => new AllocName("所要額"),
        1 => new AllocName("上限"),
        2 => new AllocBinary("×", new AllocName("前年度額"), new AllocNumber(_dice.Pick("90", "120"), "%")),
        3 => new AllocExtreme(_dice.Chance(50), new AllocName("所要額"), new AllocName("前年度額")),
        _ => new AllocNumber(_dice.Pick("1", "500", "100_000"), _dice.Pick("円", "千円")),
    };

    // Large floors only now and then: they refuse the run when the budget cannot bear them.
    private AllocExpr Floor() => _dice.Chance(20)
        ? Amount()
        : _dice.Chance(50) ? new AllocNumber(_dice.Pick("0", "1"), "円") : new AllocBinary("×", new AllocName("上限"), new AllocNumber("0.1", "%"));

    private AllocExpr DecisionCondition() => _dice.Pick<AllocExpr>(
        new AllocName("過疎"),
        new AllocBinary(">", new AllocName("人口"), new AllocNumber("10", "人")),
        new AllocBinary("≥", Score(), new AllocNumber("5", "点")),
        new AllocNot(new AllocName("過疎")));

    private AllocExpr Condition(int depth)
    {
        if (depth > 0 && _dice.Chance(35))
        {
            return _dice.Chance(25)
                ? new AllocNot(Condition(depth - 1))
                : new AllocBinary(_dice.Pick("かつ", "または"), Condition(depth - 1), Condition(depth - 1));
        }

        switch (_dice.Next(_standings.Count > 0 ? 8 : 4))
        {
            case 0:
                return new AllocName("過疎");
            case 1:
                return new AllocName("特例");
            case 2:
                return new AllocBinary(_dice.Pick(">", "≥", "≠"), Score(), new AllocNumber(_dice.Pick("0", "10", "20"), "点"));
            case 3:
                return new AllocBinary(_dice.Pick("<", "≤", "="), new AllocName("人口"), new AllocNumber(_dice.Pick("1", "1000"), "人"));
            case 4 or 5:
                return new AllocTop(_dice.Pick(_standings).Label, _standings.Count > 1 || _dice.Chance(60), _dice.Chance(30), _dice.Pick("3割", "50%", "10割"));
            case 6:
                return new AllocBinary("<", new AllocStanding(_dice.Pick(_standings).Label), new AllocName("前年度順位"));
            default:
                return new AllocBinary("≤", new AllocStanding(_dice.Pick(_standings).Label), new AllocNumber("2", "位"));
        }
    }

    // There may be a second ranking later.
    private static AllocExpr Named(AllocExpr expression) => expression switch
    {
        AllocTop top => top with { IsNamed = true },
        AllocNot not => new AllocNot(Named(not.Operand)),
        AllocBinary binary => new AllocBinary(binary.Sign, Named(binary.Left), Named(binary.Right)),
        _ => expression,
    };

    private AllocScore Score() => new(_dice.Pick(AllocSpec.Grants[0], AllocSpec.Grants[1], string.Empty));

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
