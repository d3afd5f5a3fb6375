using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact.Attribution;

namespace KaigoDsl.Tooling.Impact.Money;

/// <summary>Expressions of rules and allocations in worlds between: every rule they name is as it was or as it is, and reads what that world has.</summary>
internal sealed class RulesBetween(Worlds worlds, WorldColumns columns, SideAllocations old, SideAllocations current)
{
    private readonly Dictionary<(Side, ExpressionPlan, string), TableColumn> _columns = [];
    private readonly Dictionary<(Side, int, string), StandingRows> _standings = [];
    private readonly Dictionary<(Side, int, string), RulesEvaluation> _decisions = [];
    private readonly Dictionary<(Side, ExpressionPlan), int[]> _factors = [];
    private readonly HashSet<(Side, RuleStepPlan)> _open = [];

    public WorldColumns Columns => columns;

    /// <summary>What an expression of one side depends on, through all rules it names, ascending.</summary>
    public int[] FactorsOf(Side side, ExpressionPlan expression)
    {
        if (!_factors.TryGetValue((side, expression), out var factors))
        {
            var found = new HashSet<int> { columns.EntityFactor };
            Collect(side, expression, found, []);
            found.Remove(-1);
            _factors.Add((side, expression), factors = [.. found.Order()]);
        }

        return factors;
    }

    /// <summary>What a decision of one side depends on.</summary>
    public int[] FactorsOfDecision(Side side, int decision) => FactorsOf(side, new DecisionExpression(decision));

    /// <summary>The values of an expression of one side, by row of the world.</summary>
    public TableColumn Values(FactorSet world, Side side, ExpressionPlan expression)
    {
        var key = (side, expression, world.Seen(FactorsOf(side, expression)));
        if (!_columns.TryGetValue(key, out var column))
        {
            _columns.Add(key, column = Compute(world, side, expression));
        }

        return column;
    }

    /// <summary>Rules and a table of their own that a world is put together in.</summary>
    public WorldRules NewRules(FactorSet world) => new(this, world);

    /// <summary>A constant as a world has it.</summary>
    public ConstantPlan Constant(FactorSet world, Side side, int constant) => worlds.ConstantIn(world, side, constant);

    /// <summary>A step table as a world has it.</summary>
    public StepTablePlan StepTable(FactorSet world, Side side, int table)
    {
        var (chosen, index) = Choose(world, side, Steps(side, table));
        return RulesOf(chosen).StepTables[index];
    }

    /// <summary>The entity table's key of each row of a world.</summary>
    public TableColumn? Keys(FactorSet world)
    {
        var side = world.SideOf(columns.EntityFactor);
        return worlds.TableOf(side).Schema.KeyColumn is >= 0 and var key
            ? Attribution.Columns.Gather(worlds.TableOf(side).Columns[key], side == Side.Old ? columns.RowsIn(world).Old : columns.RowsIn(world).New)
            : null;
    }

    /// <summary>Runs rules on a table of their own.</summary>
    public RulesEvaluation Evaluate(RulesPlan plan, int count, ImmutableArray<TableColumn> cells) => RulesEvaluator.Evaluate(
        worlds.Program, plan, new EntityTable(PlanSchema.ToTableSchema(worlds.Program.TableOf(plan)), count, cells), null, worlds.Options.Overrides, plan.Steps);

    private RulesPlan RulesOf(Side side) => AllocationsOf(side).Rules;

    private SideAllocations AllocationsOf(Side side) => side == Side.Old ? old : current;

    private void Collect(Side side, ExpressionPlan expression, HashSet<int> found, HashSet<(Side, string, int)> seen)
    {
        foreach (var part in expression.SelfAndParts())
        {
            found.UnionWith(columns.FactorsOf(side, part));
            switch (part)
            {
                case ConstantExpression constant:
                    found.Add(worlds.FactorOfConstant(side, constant.Constant));
                    break;
                case FormulaExpression formula:
                    CollectRule(side, Formula(side, formula.Formula), found, seen);
                    break;
                case StandingExpression standing:
                    CollectRule(side, Standing(side, standing.Standing), found, seen);
                    break;
                case RankedCountExpression standing:
                    CollectRule(side, Standing(side, standing.Standing), found, seen);
                    break;
                case DecisionExpression decision:
                    CollectRule(side, Decision(side, decision.Decision), found, seen);
                    break;
                case DecisionLabelExpression decision:
                    CollectRule(side, Decision(side, decision.Decision), found, seen);
                    break;
                case StepLookupExpression lookup:
                    found.Add(Steps(side, lookup.Table).Factor);
                    break;
            }
        }
    }

    private void CollectRule(Side side, Named rule, HashSet<int> found, HashSet<(Side, string, int)> seen)
    {
        found.Add(rule.Factor);
        if (!seen.Add((side, rule.Sort, rule.Own)))
        {
            return;
        }

        foreach (var expression in ExpressionsOf(RulesOf(side), rule.Sort, rule.Own))
        {
            Collect(side, expression, found, seen);
        }

        if (rule.Factor >= 0 && rule.Other >= 0)
        {
            CollectRule(Worlds.Opposite(side), rule with { Own = rule.Other, Other = rule.Own }, found, seen);
        }
    }

    private static IEnumerable<ExpressionPlan> ExpressionsOf(RulesPlan rules, string sort, int index) => sort switch
    {
        nameof(Formula) => [rules.Formulas[index].Expression],
        nameof(Standing) => rules.Standings[index].Expressions(),
        _ => rules.Decisions[index].Expressions(),
    };

    private TableColumn Compute(FactorSet world, Side side, ExpressionPlan expression)
    {
        switch (expression)
        {
            case ColumnExpression column:
                return columns.Cells(world, side, column.Column);
            case ScoreExpression score:
                return columns.Points(world, side, score.Slot);
            case ItemExpression item:
                return columns.Truths(world, side, item.Item);
            case AggregateExpression:
                var rows = side == Side.Old ? columns.RowsIn(world).Old : columns.RowsIn(world).New;
                return Attribution.Columns.Gather(QuantityColumn.FromValues(AllocationsOf(side).Evaluation.QuantitiesOf(expression)), rows);
            case FormulaExpression formula:
                var (chosen, index) = Choose(world, side, Formula(side, formula.Formula));
                return Guarded(chosen, new FormulaStep(index), () => Values(world, chosen, RulesOf(chosen).Formulas[index].Expression)) ?? Blank(world, formula.Type);
            case StandingExpression standing:
                var ranks = StandingIn(world, side, standing.Standing);
                return ranks is null ? Blank(world, ExpressionType.Quantity) : (standing.FromWorst ? ranks.PlacesFromWorst : ranks.Places).ToColumn();
            case RankedCountExpression standing:
                var ranked = StandingIn(world, side, standing.Standing);
                return ranked is null ? Blank(world, ExpressionType.Quantity) : QuantityColumn.FromValues(PerRow(world, _ => ranked.RankedCount));
            case DecisionExpression decision:
                var met = DecisionIn(world, side, decision.Decision);
                return met is null ? Blank(world, ExpressionType.Truth) : TruthColumn.FromValues(met.TruthRowsOf(new DecisionExpression(0)).Values);
            case DecisionLabelExpression decision:
                var decided = DecisionIn(world, side, decision.Decision);
                return decided is null ? Blank(world, ExpressionType.Text) : TextColumn.FromValues(PerRow(world, row => decided.DecidingClause(0, row)?.Label));
            default:
                return NewRules(world).Values(side, expression);
        }
    }

    private StandingRows? StandingIn(FactorSet world, Side side, int standing)
    {
        var (chosen, index) = Choose(world, side, Standing(side, standing));
        var key = (chosen, index, world.Seen(FactorsOf(chosen, new RankedCountExpression(index))));
        return Once(_standings, key, new StandingStep(index), () => NewRules(world).Standing(chosen, RulesOf(chosen).Standings[index]));
    }

    private RulesEvaluation? DecisionIn(FactorSet world, Side side, int decision)
    {
        var (chosen, index) = Choose(world, side, Decision(side, decision));
        var key = (chosen, index, world.Seen(FactorsOfDecision(chosen, index)));
        return Once(_decisions, key, new DecisionStep(index), () => NewRules(world).Decision(chosen, RulesOf(chosen).Decisions[index]));
    }

    /// <summary>What is known, or is computed now; <see langword="null"/> when it is being computed already.</summary>
    private T? Once<T>(Dictionary<(Side Side, int Index, string World), T> known, (Side Side, int Index, string World) key, RuleStepPlan step, Func<T> compute)
        where T : class
    {
        if (!known.TryGetValue(key, out var value) && (value = Guarded(key.Side, step, compute)) is not null)
        {
            known[key] = value;
        }

        return value;
    }

    /// <summary>Rules of two sides mixed may read each other in a circle: then nothing is known, which is <see langword="null"/>.</summary>
    private T? Guarded<T>(Side side, RuleStepPlan step, Func<T> compute)
        where T : class
    {
        if (!_open.Add((side, step)))
        {
            return null;
        }

        var value = compute();
        _open.Remove((side, step));
        return value;
    }

    private TableColumn Blank(FactorSet world, ExpressionType type) => type switch
    {
        ExpressionType.Quantity => QuantityColumn.FromValues(PerRow(world, static _ => Rational.Missing)),
        ExpressionType.Truth => TruthColumn.FromValues(PerRow(world, static _ => Truth.Unknown)),
        _ => TextColumn.FromValues(PerRow<string?>(world, static _ => null)),
    };

    private T[] PerRow<T>(FactorSet world, Func<int, T> value)
    {
        var values = new T[columns.RowsIn(world).Old.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = value(row);
        }

        return values;
    }

    private static (Side Side, int Index) Choose(FactorSet world, Side side, Named rule) =>
        rule.Factor >= 0 && rule.Other >= 0 && world.SideOf(rule.Factor) != side ? (Worlds.Opposite(side), rule.Other) : (side, rule.Own);

    private Named Formula(Side side, int formula)
    {
        var own = RulesOf(side).Formulas[formula];
        var name = NameOf(own.Owner, own.Label);
        var other = IndexOf(RulesOf(Worlds.Opposite(side)).Formulas, f => NameOf(f.Owner, f.Label) == name && f.Expression.Type == own.Expression.Type);
        var changed = worlds.Book.FindNamed(ChangeKinds.FormulaChanged, name);
        return new Named(nameof(Formula), formula, other, changed >= 0 ? changed : MembersFactor(name, [own.Expression]));
    }

    private Named Standing(Side side, int standing)
    {
        var own = RulesOf(side).Standings[standing];
        var name = NameOf(own.Owner, own.Label);
        var other = IndexOf(RulesOf(Worlds.Opposite(side)).Standings, s => NameOf(s.Owner, s.Label) == name);
        var changed = worlds.Book.FindNamed(ChangeKinds.StandingChanged, name);
        return new Named(nameof(Standing), standing, other, changed >= 0 ? changed : MembersFactor(name, own.Expressions()));
    }

    private Named Decision(Side side, int decision)
    {
        var own = RulesOf(side).Decisions[decision];
        var other = IndexOf(RulesOf(Worlds.Opposite(side)).Decisions, d => d.Label == own.Label);
        var changed = other < 0 ? -1 : worlds.Book.JointUnder(
            own.Label, ChangeKinds.ClauseAdded, ChangeKinds.ClauseRemoved, ChangeKinds.ClauseChanged, ChangeKinds.ClauseOrderChanged);
        return new Named(nameof(Decision), decision, other, changed >= 0 ? changed : MembersFactor(own.Label, own.Expressions()));
    }

    private Named Steps(Side side, int table)
    {
        var label = RulesOf(side).StepTables[table].Label;
        var other = IndexOf(RulesOf(Worlds.Opposite(side)).StepTables, t => t.Label == label);
        return new Named(nameof(Steps), table, other, worlds.Book.FindNamed(ChangeKinds.StepTableChanged, label));
    }

    /// <summary>What is the same before and after but aggregates members changes as they do.</summary>
    public int MembersFactor(string name, IEnumerable<ExpressionPlan> expressions) =>
        expressions.Any(static expression => expression.SelfAndParts().Any(static part => part is AggregateExpression)) ? worlds.Book.MembersOf(name) : -1;

    private static int IndexOf<T>(EquatableArray<T> all, Func<T, bool> isIt)
        where T : IEquatable<T>
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (isIt(all[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string NameOf(string? owner, string label) => owner is null ? label : $"{owner}.{label}";

    /// <summary>A rule found by name on both sides.</summary>
    /// <param name="Sort">What sort of rule it is.</param>
    /// <param name="Own">Its index on the side that names it.</param>
    /// <param name="Other">Its index on the other side; -1 when it is not there.</param>
    /// <param name="Factor">The factor that decides which of the two holds; -1 when they say the same.</param>
    private sealed record Named(string Sort, int Own, int Other, int Factor);
}
