using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Rules;

/// <summary>Rules and tables from a seed. A rule reads only rules made before it; in which order they are written is another throw.</summary>
internal sealed class RuleGenerator
{
    private static readonly string[] Units = ["円", "人", "割合", "真偽"];

    private readonly Dice _dice;
    private readonly List<string> _columns = [];
    private readonly List<(string Path, string Unit)> _readable = [];
    private readonly List<RuleDecision> _decisions = [];
    private readonly List<RuleSteps> _steps = [];
    private readonly List<RuleShares> _shares = [];
    private readonly List<RuleStanding> _standings = [];
    private readonly List<RuleFormula> _local = [];

    private RuleGenerator(int seed) => _dice = new Dice(seed);

    public static RuleSpec Spec(int seed) => new RuleGenerator(seed).Make();

    public static RuleTable Table(RuleSpec spec, int seed)
    {
        var dice = new Dice(seed);
        var count = dice.Chance(10) ? 0 : dice.Between(1, 9);
        return new RuleTable(count, [.. spec.Units.Select(unit => Enumerable.Range(0, count).Select(_ => Cell(dice, unit)).ToImmutableArray())]);
    }

    private static Fraction? Cell(Dice dice, string unit) => dice.Chance(15) ? null : unit switch
    {
        "真偽" => dice.Next(2),
        "円" => (Fraction)dice.Pick<int>(0, 1, 99, 100, 101, 1000, dice.Between(0, 3000)),
        _ => (Fraction)dice.Between(0, 6),
    };

    private RuleSpec Make()
    {
        _columns.AddRange(["円", "人", "真偽"]);
        for (var i = _dice.Next(4); i > 0; i--)
        {
            _columns.Add(_dice.Pick<string>("円", "人", "真偽"));
        }

        for (var i = _dice.Next(3); i > 0; i--)
        {
            _steps.Add(Steps("段" + i.ToString(CultureInfo.InvariantCulture)));
        }

        if (_dice.Chance(60))
        {
            _shares.Add(new RuleShares("負担", [("国", "38.5"), ("県", "19.25"), ("市", "42.25")]));
        }

        var formulas = new List<RuleFormula>();
        for (var i = _dice.Between(2, 6); i > 0; i--)
        {
            var name = "規則" + i.ToString(CultureInfo.InvariantCulture);
            if (_dice.Chance(50))
            {
                var unit = _dice.Pick(Units);
                formulas.Add(new RuleFormula(name, unit, Expression(unit, 3)));
                _readable.Add((name, unit));
            }
            else
            {
                _decisions.Add(Decision(name));
                _readable.Add((name, "真偽"));
            }
        }

        return new RuleSpec(
            [.. _columns], [.. _columns.Select(_ => _dice.Chance(50))], [.. _dice.Shuffle(formulas)], [.. _dice.Shuffle(_decisions)], [.. _steps], [.. _shares]);
    }

    private RuleSteps Steps(string name)
    {
        var rows = ImmutableArray.CreateBuilder<(int, bool, string)>();
        var below = 0;
        for (var i = _dice.Between(1, 4); i > 0; i--)
        {
            below += _dice.Pick<int>(1, 50, 100, 1000);
            rows.Add((below, _dice.Chance(30), Ratio()));
        }

        return new RuleSteps(name, rows.ToImmutable(), Ratio());
    }

    private string Ratio() => _dice.Pick<string>("0", "0.5", "1", "1.25", "2.4");

    private RuleDecision Decision(string name)
    {
        _local.Clear();
        _standings.Clear();
        for (var i = _dice.Next(3); i > 0; i--)
        {
            var unit = _dice.Pick(Units);
            _local.Add(new RuleFormula("値" + i.ToString(CultureInfo.InvariantCulture), unit, Expression(unit, 2)));
        }

        for (var i = _dice.Next(3); i > 0; i--)
        {
            var unit = _dice.Pick<string>("円", "人", "割合");
            _standings.Add(new RuleStanding(
                "順" + i.ToString(CultureInfo.InvariantCulture), Expression(unit, 1), _dice.Chance(50), _dice.Chance(40) ? Expression("真偽", 1) : null));
        }

        var clauses = ImmutableArray.CreateBuilder<RuleClause>();
        for (var i = _dice.Between(1, 4); i > 0; i--)
        {
            clauses.Add(new RuleClause(_dice.Chance(80) ? i.ToString(CultureInfo.InvariantCulture) : string.Empty, _dice.Chance(60), Expression("真偽", 3)));
        }

        clauses.Add(new RuleClause(_dice.Chance(30) ? "他" : string.Empty, _dice.Chance(20), null));
        var decision = new RuleDecision(name, [.. _local], [.. _standings], clauses.ToImmutable());
        foreach (var value in _local)
        {
            _readable.Add((name + "." + value.Name, value.Unit));
        }

        _local.Clear();
        _standings.Clear();
        return decision;
    }

    private RuleExpr Expression(string unit, int depth) => unit == "真偽" ? Truth(depth) : Quantity(unit, depth);

    private RuleExpr Quantity(string unit, int depth)
    {
        if (depth == 0 || _dice.Chance(20))
        {
            return Leaf(unit);
        }

        switch (_dice.Next(8))
        {
            case 0 or 1:
                return new Both(_dice.Pick<string>("+", "-"), Quantity(unit, depth - 1), Quantity(unit, depth - 1));
            case 2:
                return new Both("×", Quantity(unit, depth - 1), Quantity("割合", depth - 1));
            case 3 when unit == "割合":
                return new Both("÷", Quantity("円", depth - 1), Quantity("円", depth - 1));
            case 3:
                return new Both("÷", Quantity(unit, depth - 1), Quantity("割合", depth - 1));
            case 4:
                return new Apply(_dice.Pick<string>("最小", "最大"), Quantity(unit, depth - 1), Quantity(unit, depth - 1));
            case 5:
                var digits = unit == "割合" ? _dice.Pick<string>("0.0001", "0.5", "3") : _dice.Pick<string>("1", "7", "1000", "0.5");
                return new Apply(
                    _dice.Pick<string>("切り捨て", "四捨五入", "切り上げ"), Quantity(unit, depth - 1), new Literal(digits, unit == "割合" ? string.Empty : unit));
            case 6 when unit == "割合" && _steps.Count > 0:
                return new Lookup(_dice.Pick<RuleSteps>(_steps).Name, Quantity("円", depth - 1));
            default:
                return new Choice(Truth(depth - 1), Quantity(unit, depth - 1), Quantity(unit, depth - 1));
        }
    }

    private RuleExpr Leaf(string unit)
    {
        var columns = Enumerable.Range(0, _columns.Count).Where(c => _columns[c] == unit).ToArray();
        var rules = _local.Where(v => v.Unit == unit).Select(v => v.Name).Concat(_readable.Where(r => r.Unit == unit).Select(r => r.Path)).ToArray();
        if (rules.Length > 0 && _dice.Chance(50))
        {
            return new Read(_dice.Pick<string>(rules));
        }

        if (unit == "割合" && _shares.Count > 0 && _dice.Chance(40))
        {
            return new Share("負担", _dice.Pick<string>("国", "県", "市"));
        }

        return columns.Length > 0 && _dice.Chance(75)
            ? new Cell(_dice.Pick<int>(columns))
            : new Literal(_dice.Pick<string>("0", "1", "2.5", "100"), unit == "割合" ? string.Empty : unit);
    }

    private RuleExpr Truth(int depth)
    {
        if (depth == 0)
        {
            return TruthLeaf();
        }

        switch (_dice.Next(8))
        {
            case 0:
                return new Both("かつ", Truth(depth - 1), Truth(depth - 1));
            case 1:
                return new Both("または", Truth(depth - 1), Truth(depth - 1));
            case 2:
                return new Negation(Truth(depth - 1));
            case 3 when _standings.Count > 0:
                var standing = _dice.Pick<RuleStanding>(_standings).Name;
                return _dice.Chance(70)
                    ? new Place(standing, _dice.Chance(60) ? PlaceSort.Top : PlaceSort.Bottom, _dice.Pick<string>("3割", "50%", "10割"))
                    : new Both(_dice.Pick<string>("<", "≥"), new Place(standing, PlaceSort.Standing, string.Empty),
                        _dice.Chance(50) ? new Literal("2", "位") : new Place(standing, PlaceSort.Count, string.Empty));
            case 4 when _decisions.Count > 0:
                var decision = _dice.Pick<RuleDecision>(_decisions);
                return new ClauseIs(decision.Name, _dice.Pick<RuleClause>(decision.Clauses).Label, _dice.Chance(30));
            case 5:
                return new Choice(Truth(depth - 1), Truth(depth - 1), Truth(depth - 1));
            case 6:
                return TruthLeaf();
            default:
                var unit = _dice.Pick<string>("円", "人", "割合");
                return new Both(_dice.Pick<string>("=", "≠", "<", "≤", ">", "≥"), Quantity(unit, depth - 1), Quantity(unit, depth - 1));
        }
    }

    private RuleExpr TruthLeaf()
    {
        var rules = _local.Where(v => v.Unit == "真偽").Select(v => v.Name).Concat(_readable.Where(r => r.Unit == "真偽").Select(r => r.Path)).ToArray();
        var columns = Enumerable.Range(0, _columns.Count).Where(c => _columns[c] == "真偽").ToArray();
        return rules.Length > 0 && _dice.Chance(50) ? new Read(_dice.Pick<string>(rules)) : new Cell(_dice.Pick<int>(columns));
    }
}
