using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Rules;

/// <summary>
/// Works rules out as section 19 of the language reference says, value by value and each time anew: no plan, no order, no vectors. Missing and
/// unknown are <see langword="null"/>.
/// </summary>
internal sealed class NaiveRules(RuleSpec spec, RuleTable table)
{
    public Fraction? Quantity(RuleFormula formula, RuleDecision? owner, int row) => Quantity(formula.Value, owner, row);

    public bool? Truth(RuleFormula formula, RuleDecision? owner, int row) => Truth(formula.Value, owner, row);

    /// <summary>Index of the clause that decides; -1 when nobody can tell.</summary>
    public int Decide(RuleDecision decision, int row)
    {
        for (var i = 0; i < decision.Clauses.Length; i++)
        {
            var clause = decision.Clauses[i];
            if (clause.Condition is not null && Truth(clause.Condition, decision, row) != true)
            {
                continue;
            }

            var doubtful = decision.Clauses.Take(i).Any(earlier =>
                earlier.Met != clause.Met && earlier.Condition is not null && Truth(earlier.Condition, decision, row) is null);
            return doubtful ? -1 : i;
        }

        throw new InvalidOperationException("The last clause always holds.");
    }

    public Fraction? Standing(RuleStanding standing, RuleDecision owner, int row, bool fromWorst)
    {
        var own = Ranked(standing, owner, row);
        if (own is not { } value)
        {
            return null;
        }

        var better = Enumerable.Range(0, table.Count).Select(other => Ranked(standing, owner, other)).OfType<Fraction>()
            .Count(other => standing.HighestFirst != fromWorst ? other > value : other < value);
        return better + 1;
    }

    private Fraction? Ranked(RuleStanding standing, RuleDecision owner, int row) =>
        standing.Population is null || Truth(standing.Population, owner, row) == true ? Quantity(standing.Value, owner, row) : null;

    private int Count(RuleStanding standing, RuleDecision owner) => Enumerable.Range(0, table.Count).Count(row => Ranked(standing, owner, row) is not null);

    private (RuleFormula? Formula, RuleDecision? Decision, RuleDecision? Owner) Find(string path, RuleDecision? owner)
    {
        if (owner?.Values.FirstOrDefault(v => v.Name == path) is { } local)
        {
            return (local, null, owner);
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            var other = spec.Decisions.Single(d => d.Name == path[..dot]);
            return (other.Values.Single(v => v.Name == path[(dot + 1)..]), null, other);
        }

        return (spec.Formulas.FirstOrDefault(f => f.Name == path), spec.Decisions.FirstOrDefault(d => d.Name == path), null);
    }

    private Fraction? Quantity(RuleExpr expression, RuleDecision? owner, int row)
    {
        switch (expression)
        {
            case Literal literal:
                return Fraction.Parse(literal.Digits);
            case Cell cell:
                return table.Columns[cell.Column][row];
            case Read read:
                var (formula, _, where) = Find(read.Rule, owner);
                return Quantity(formula!.Value, where, row);
            case Share share:
                return Fraction.Parse(spec.Shares.Single(s => s.Name == share.Table).Shares.Single(s => s.Label == share.Label).Percent) / 100;
            case Lookup lookup:
                return Quantity(lookup.Argument, owner, row) is { } argument ? Step(spec.Steps.Single(s => s.Name == lookup.Table), argument) : null;
            case Place place when owner is not null:
                var standing = owner.Standings.Single(s => s.Name == place.Standing);
                return place.Sort == PlaceSort.Count ? Count(standing, owner) : Standing(standing, owner, row, fromWorst: false);
            case Both both:
                return Quantity(both.Left, owner, row) is { } left && Quantity(both.Right, owner, row) is { } right ? both.Operator switch
                {
                    "+" => left + right,
                    "-" => left - right,
                    "×" => left * right,
                    _ => right.IsZero ? null : left / right,
                } : null;
            case Apply apply:
                return Quantity(apply.First, owner, row) is { } first && Quantity(apply.Second, owner, row) is { } second
                    ? Applied(apply.Function, first, second)
                    : null;
            case Choice choice:
                return Truth(choice.Condition, owner, row) switch
                {
                    true => Quantity(choice.WhenTrue, owner, row),
                    false => Quantity(choice.WhenFalse, owner, row),
                    null => null,
                };
            default:
                throw new InvalidOperationException(expression.GetType().Name);
        }
    }

    private static Fraction Step(RuleSteps steps, Fraction argument)
    {
        foreach (var (below, included, value) in steps.Rows)
        {
            if (argument < below || (included && argument == below))
            {
                return Fraction.Parse(value);
            }
        }

        return Fraction.Parse(steps.Last);
    }

    private static Fraction Applied(string function, Fraction first, Fraction second)
    {
        if (function is "最小" or "最大")
        {
            return (first < second) == (function == "最小") ? first : second;
        }

        var units = first / second;
        var negative = units < 0;
        var size = negative ? -units : units;
        Fraction whole = function switch
        {
            "切り捨て" => size.Floor(),
            "四捨五入" => (size + new Fraction(1, 2)).Floor(),
            _ => size.Ceiling(),
        };
        return (negative ? -whole : whole) * second;
    }

    private bool? Truth(RuleExpr expression, RuleDecision? owner, int row)
    {
        switch (expression)
        {
            case Cell cell:
                return table.Columns[cell.Column][row] is { } known ? !known.IsZero : null;
            case Read read:
                var (formula, decision, where) = Find(read.Rule, owner);
                return decision is null ? Truth(formula!.Value, where, row) : Decide(decision, row) is var clause and >= 0 ? decision.Clauses[clause].Met : null;
            case ClauseIs comparison:
                var other = spec.Decisions.Single(d => d.Name == comparison.Decision);
                return Decide(other, row) is var decided and >= 0 ? (other.Clauses[decided].Label == comparison.Label) != comparison.Negated : null;
            case Place { Sort: var sort } place when owner is not null:
                var standing = owner.Standings.Single(s => s.Name == place.Standing);
                var share = place.Share.EndsWith('割') ? Fraction.Parse(place.Share[..^1]) / 10 : Fraction.Parse(place.Share[..^1]) / 100;
                return Standing(standing, owner, row, sort == PlaceSort.Bottom) is { } rank ? rank <= share * Count(standing, owner) : null;
            case Negation negation:
                return !Truth(negation.Operand, owner, row);
            case Both { Operator: "かつ" } and:
                return Truth(and.Left, owner, row) & Truth(and.Right, owner, row);
            case Both { Operator: "または" } or:
                return Truth(or.Left, owner, row) | Truth(or.Right, owner, row);
            case Both comparison:
                return Quantity(comparison.Left, owner, row) is { } left && Quantity(comparison.Right, owner, row) is { } right ? comparison.Operator switch
                {
                    "=" => left == right,
                    "≠" => left != right,
                    "<" => left < right,
                    "≤" => left <= right,
                    ">" => left > right,
                    _ => left >= right,
                } : null;
            case Choice choice:
                return Truth(choice.Condition, owner, row) switch
                {
                    true => Truth(choice.WhenTrue, owner, row),
                    false => Truth(choice.WhenFalse, owner, row),
                    null => null,
                };
            default:
                throw new InvalidOperationException(expression.GetType().Name);
        }
    }
}
