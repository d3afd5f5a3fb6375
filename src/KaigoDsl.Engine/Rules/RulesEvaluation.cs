using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>The rules of one entity computed over a table: every formula, standing and decision that was asked for, by row.</summary>
public sealed class RulesEvaluation
{
    private readonly Rational[] _constants;
    private readonly QuantityRows?[] _quantities;
    private readonly TruthRows?[] _truths;
    private readonly string?[]?[] _texts;
    private readonly StandingRows?[] _standings;
    private readonly int[]?[] _decided;
    private readonly StepLookup?[] _steps;
    private readonly RowExpressions _expressions;
    private readonly WholeColumns _wholeColumns;

    internal RulesEvaluation(RulesPlan plan, EntityTable table, Evaluation? scores, ConstantOverrides overrides)
    {
        Plan = plan;
        Table = table;
        Scores = scores;
        _constants = [.. plan.Constants.Select(overrides.ValueOf)];
        _quantities = new QuantityRows?[plan.Formulas.Length];
        _truths = new TruthRows?[plan.Formulas.Length];
        _texts = new string?[plan.Formulas.Length][];
        _standings = new StandingRows?[plan.Standings.Length];
        _decided = new int[plan.Decisions.Length][];
        _steps = new StepLookup?[plan.StepTables.Length];
        _expressions = new RowExpressions(this);
        _wholeColumns = new WholeColumns(this, _expressions);
    }

    /// <summary>The rules.</summary>
    public RulesPlan Plan { get; }

    /// <summary>The data.</summary>
    public EntityTable Table { get; }

    /// <summary>The framework evaluated over the same table; <see langword="null"/> when no rule asked for reads scores.</summary>
    public Evaluation? Scores { get; }

    /// <summary>The value in force for a constant.</summary>
    public Rational Constant(int constant) => _constants[constant];

    /// <summary>The value of a formula that is a quantity.</summary>
    public Rational Quantity(int formula, int row) => (_quantities[formula] ?? throw NotComputed(Plan.Formulas[formula].Label))[row];

    /// <summary>The value of a formula that is a truth value.</summary>
    public Truth Truth(int formula, int row) => (_truths[formula] ?? throw NotComputed(Plan.Formulas[formula].Label))[row];

    /// <summary>The value of a formula that is a text.</summary>
    public string? Text(int formula, int row) => (_texts[formula] ?? throw NotComputed(Plan.Formulas[formula].Label))[row];

    /// <summary>A named ranking as carried out.</summary>
    public StandingRows Standing(int standing) => _standings[standing] ?? throw NotComputed(Plan.Standings[standing].Label);

    /// <summary>Whether a decision came out 該当; unknown where it cannot be decided.</summary>
    public Truth IsMet(int decision, int row) => DecidingClause(decision, row) is { } clause ? Kleene.From(clause.Met) : Runtime.Truth.Unknown;

    /// <summary>The clause that decided, and is the reason; <see langword="null"/> where it cannot be decided.</summary>
    public ClausePlan? DecidingClause(int decision, int row) =>
        Decided(decision)[row] is var clause and >= 0 ? Plan.Decisions[decision].Clauses[clause] : null;

    /// <summary>By row, the index of the clause that decided; -1 where it cannot be decided.</summary>
    public ReadOnlySpan<int> DecidingClauses(int decision) => Decided(decision);

    /// <summary>Whether the condition of a clause holds for a row, whichever clause decided; the last clause always holds.</summary>
    public Truth ClauseHolds(ClausePlan clause, int row)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.Condition is null ? Runtime.Truth.True : _expressions.Truth(clause.Condition, row);
    }

    /// <summary>The value of an expression of these rules, or of an allocation that stands on them, for a row.</summary>
    public Rational QuantityOf(ExpressionPlan expression, int row) => _expressions.Quantity(expression, row);

    /// <summary>The truth of such an expression for a row.</summary>
    public Truth TruthOf(ExpressionPlan expression, int row) => _expressions.Truth(expression, row);

    /// <summary>The text of such an expression for a row.</summary>
    public string? TextOf(ExpressionPlan expression, int row) => _expressions.Text(expression, row);

    /// <summary>The values of such an expression for every row, in new memory.</summary>
    public Rational[] QuantitiesOf(ExpressionPlan expression) => RowsOf(expression).ToRationals();

    /// <summary>The truth of such an expression for every row, in new memory.</summary>
    public Truth[] TruthsOf(ExpressionPlan expression) => TruthRowsOf(expression).ToTruths();

    /// <summary>The values of such an expression, worked out a column at a time.</summary>
    public QuantityRows RowsOf(ExpressionPlan expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return _wholeColumns.Quantities(expression);
    }

    /// <summary>The truth of such an expression, worked out a column at a time.</summary>
    public TruthRows TruthRowsOf(ExpressionPlan expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return _wholeColumns.Truths(expression);
    }

    /// <summary>The row of a step table that an argument falls into; -1 for a missing one.</summary>
    public int StepRow(int table, Rational argument) => Steps(table).RowOf(argument);

    internal QuantityRows QuantityRowsOfFormula(int formula) => _quantities[formula] ?? throw NotComputed(Plan.Formulas[formula].Label);

    internal TruthRows TruthRowsOfFormula(int formula) => _truths[formula] ?? throw NotComputed(Plan.Formulas[formula].Label);

    internal StepLookup Steps(int table) => _steps[table] ??= new StepLookup(Plan.StepTables[table]);

    internal void Run(RuleStepPlan step)
    {
        switch (step)
        {
            case FormulaStep { Formula: var index }:
                Compute(Plan.Formulas[index]);
                break;
            case StandingStep { Standing: var index }:
                Rank(Plan.Standings[index]);
                break;
            case DecisionStep { Decision: var index }:
                Decide(Plan.Decisions[index]);
                break;
            default:
                throw new ArgumentException($"{step.GetType().Name} is not a step this engine knows.", nameof(step));
        }
    }

    private int[] Decided(int decision) => _decided[decision] ?? throw NotComputed(Plan.Decisions[decision].Label);

    private InvalidOperationException NotComputed(string label) =>
        new($"`{label}` of `{Plan.Entity}` was not asked for, or is read before it is computed.");

    private void Compute(FormulaPlan formula)
    {
        switch (formula.Expression.Type)
        {
            case ExpressionType.Quantity:
                _quantities[formula.Index] = RowsOf(formula.Expression);
                break;
            case ExpressionType.Truth:
                _truths[formula.Index] = TruthRowsOf(formula.Expression);
                break;
            default:
                var texts = new string?[Table.Count];
                for (var row = 0; row < texts.Length; row++)
                {
                    texts[row] = _expressions.Text(formula.Expression, row);
                }

                _texts[formula.Index] = texts;
                break;
        }
    }

    private void Rank(StandingPlan standing)
    {
        var direction = standing.Direction == Compiler.Lowering.RankDirection.HighestFirst
            ? Runtime.RankDirection.HighestFirst
            : Runtime.RankDirection.LowestFirst;
        var population = standing.Population is { } condition ? TruthRowsOf(condition) : null;
        _standings[standing.Index] = _wholeColumns.Rank(standing, population, direction);
    }

    private void Decide(DecisionPlan decision)
    {
        (bool IsMet, TruthRows? Condition)[] clauses = [.. decision.Clauses.Select(clause => (clause.Met, clause.Condition is { } condition ? TruthRowsOf(condition) : null))];
        _decided[decision.Index] = _wholeColumns.Decide(clauses);
    }
}
