using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>The rules of one entity → their plan.</summary>
/// <param name="layout">Their places.</param>
/// <param name="framework">Index of the framework whose table they stand on; -1 for a table of their own.</param>
internal sealed class RulesLowerer(RulesLayout layout, int framework)
{
    private readonly ExpressionLowerer _expressions = layout.Expressions;
    private readonly HashSet<string> _formulaNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _standingNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _decisionNames = new(StringComparer.Ordinal);

    /// <summary>
    /// Plans the rules. Constants and step tables that allocations speak of must have their place before: run it after everything else that
    /// stands on the layout has been lowered.
    /// </summary>
    public RulesPlan Lower()
    {
        var symbol = layout.Symbol;
        // In evaluation order, so that the columns of a rule are known when another asks for them, however long the chain.
        foreach (var rule in symbol.Order)
        {
            layout.ColumnsOf(rule);
        }

        var formulas = symbol.Formulas.Select(Lower).ToImmutableArray();
        var standings = symbol.Standings.Select(Lower).ToImmutableArray();
        var decisions = symbol.Decisions.Select(Lower).ToImmutableArray();
        return new RulesPlan
        {
            Entity = symbol.Entity.Label,
            EntityIdentifier = Identifiers.FromEntity(symbol.Entity.Label),
            Framework = framework,
            Columns = layout.Table.Columns,
            Constants = layout.Table.Constants.Select(FrameworkLowerer.LowerConstant).ToImmutableArray(),
            Formulas = formulas,
            Standings = standings,
            Decisions = decisions,
            StepTables = LowerStepTables(),
            Steps = symbol.Order.Select(Step).ToImmutableArray(),
            Location = symbol.Order.Count > 0 ? Lowerer.Locate(symbol.Order.Select(r => r.Location).OrderBy(l => l.Path, StringComparer.Ordinal).ThenBy(l => l.Start.Line).First()) : PlanLocation.None,
        };
    }

    /// <summary>Plans the shares of a table.</summary>
    public static ShareTablePlan Lower(ShareTableSymbol table)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return new ShareTablePlan(
            table.Label,
            Identifiers.FromLabel(table.Label, "割合表"),
            table.Title,
            table.Shares.Select(s => new SharePlan(s.Label, Unique(Identifiers.FromLabel(s.Label, "割合"), names), s.Value)).ToImmutableArray(),
            table.Source,
            table.Assumptions.ToImmutableArray(),
            Lowerer.Locate(table.Location));
    }

    private RuleStepPlan Step(RuleSymbol rule) => rule switch
    {
        FormulaSymbol formula => new FormulaStep(layout.FormulaOf(formula)),
        StandingSymbol standing => new StandingStep(layout.StandingOf(standing)),
        DecisionSymbol decision => new DecisionStep(layout.DecisionOf(decision)),
        _ => throw new InvalidOperationException($"There is no step for {rule.GetType().Name}."),
    };

    private FormulaPlan Lower(FormulaSymbol formula) => new(
        layout.FormulaOf(formula),
        formula.Label,
        formula.Owner,
        Unique(IdentifierOf(formula, "算式"), _formulaNames),
        formula.Title,
        formula.Unit,
        formula.UnitFactor,
        _expressions.Lower(formula.Expression ?? throw Unbound(formula)),
        formula.Text,
        layout.ColumnsOf(formula).ToImmutableArray(),
        formula.Source,
        formula.Assumptions.ToImmutableArray(),
        formula.Documentation,
        Lowerer.Locate(formula.Location));

    private StandingPlan Lower(StandingSymbol standing) => new(
        layout.StandingOf(standing),
        standing.Label,
        standing.Owner,
        Unique(IdentifierOf(standing, "順位"), _standingNames),
        _expressions.Lower(standing.Value ?? throw Unbound(standing)),
        standing.Direction,
        standing.Population is null ? null : _expressions.Lower(standing.Population),
        standing.Text,
        Lowerer.Locate(standing.Location));

    private DecisionPlan Lower(DecisionSymbol decision)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return new DecisionPlan(
            layout.DecisionOf(decision),
            decision.Label,
            Unique(Identifiers.FromLabel(decision.Label, "判定"), _decisionNames),
            decision.Title,
            decision.Clauses.Select(c => Lower(c, names)).ToImmutableArray(),
            layout.ColumnsOf(decision).ToImmutableArray(),
            decision.Source,
            decision.Assumptions.ToImmutableArray(),
            decision.Documentation,
            Lowerer.Locate(decision.Location));
    }

    private ClausePlan Lower(ClauseSymbol clause, HashSet<string> names)
    {
        var outcome = clause.Met ? "該当" : "非該当";
        return new ClausePlan(
            clause.Label,
            Unique(clause.Label.Length == 0 ? outcome : Identifiers.FromLabel(clause.Label, outcome), names),
            clause.Title,
            clause.Met,
            clause.Condition is null ? null : _expressions.Lower(clause.Condition),
            clause.Text,
            clause.Assumptions.ToImmutableArray(),
            Lowerer.Locate(clause.Location));
    }

    private ImmutableArray<StepTablePlan> LowerStepTables()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. layout.StepTables.Select((table, index) => new StepTablePlan(
            index,
            table.Label,
            Unique(Identifiers.FromLabel(table.Label, "段階"), names),
            table.Title,
            table.ArgumentUnit,
            table.ResultUnit,
            table.Rows.Select(r => new StepRowPlan(r.Below, r.BelowIncluded, r.Value, r.Title)).ToImmutableArray(),
            table.Source,
            table.Assumptions.ToImmutableArray(),
            Lowerer.Locate(table.Location)))];
    }

    private static string IdentifierOf(RuleSymbol rule, string prefix) =>
        (rule.Owner is null ? string.Empty : Identifiers.FromLabel(rule.Owner, prefix) + "_") + Identifiers.FromLabel(rule.Label, prefix);

    private static string Unique(string identifier, HashSet<string> taken)
    {
        var candidate = identifier;
        for (var i = 2; !taken.Add(candidate); i++)
        {
            candidate = identifier + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    private static InvalidOperationException Unbound(RuleSymbol rule) => new($"`{rule.DisplayName}` was not bound.");
}
