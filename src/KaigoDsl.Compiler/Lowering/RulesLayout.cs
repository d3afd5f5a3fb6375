using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Gives the rules of one entity their places beside the columns and constants of the table they stand on.</summary>
/// <param name="symbol">The rules.</param>
/// <param name="table">The table: the framework's, or one of their own.</param>
/// <param name="layouts">All frameworks.</param>
internal sealed class RulesLayout(RulesSymbol symbol, ColumnLayout table, LayoutSet layouts)
{
    private readonly List<StepTableSymbol> _stepTables = [];
    private readonly Dictionary<RuleSymbol, SortedSet<int>> _columns = [];

    public RulesSymbol Symbol { get; } = symbol;

    public ColumnLayout Table { get; } = table;

    /// <summary>The step tables that expressions lowered so far ask.</summary>
    public IReadOnlyList<StepTableSymbol> StepTables => _stepTables;

    /// <summary>Lowers expressions of the rules, and of the allocations that stand on them.</summary>
    public ExpressionLowerer Expressions => Table is FrameworkLayout framework
        ? new ExpressionLowerer(framework, layouts, score => framework.NodeOf(score.Node), framework, this)
        : new ExpressionLowerer(Table, layouts, _ => throw new InvalidOperationException("There are no scores without a framework."), Table, this);

    public int FormulaOf(FormulaSymbol formula) => Symbol.Formulas.IndexOf(formula);

    public int StandingOf(StandingSymbol standing) => Symbol.Standings.IndexOf(standing);

    public int DecisionOf(DecisionSymbol decision) => Symbol.Decisions.IndexOf(decision);

    public int StepTableOf(StepTableSymbol table)
    {
        var index = _stepTables.IndexOf(table);
        if (index < 0)
        {
            index = _stepTables.Count;
            _stepTables.Add(table);
        }

        return index;
    }

    /// <summary>The columns some expressions read, directly or through rules, ascending.</summary>
    public IEnumerable<int> ColumnsOf(IEnumerable<BoundExpression> expressions)
    {
        var columns = new SortedSet<int>();
        foreach (var part in expressions.SelectMany(e => e.SelfAndParts()))
        {
            switch (part)
            {
                case BoundColumn column:
                    columns.Add(Table.ColumnOf(column.Column));
                    break;
                case BoundFormula formula:
                    columns.UnionWith(ColumnsOf(formula.Formula));
                    break;
                case BoundDecision decision:
                    columns.UnionWith(ColumnsOf(decision.Decision));
                    break;
                case BoundDecisionLabel decision:
                    columns.UnionWith(ColumnsOf(decision.Decision));
                    break;
                case BoundStanding standing:
                    columns.UnionWith(ColumnsOf(standing.Standing));
                    break;
                case BoundRankedCount count:
                    columns.UnionWith(ColumnsOf(count.Standing));
                    break;
            }
        }

        return columns;
    }

    /// <summary>The columns a rule reads, directly or through others, ascending.</summary>
    public IEnumerable<int> ColumnsOf(RuleSymbol rule)
    {
        if (!_columns.TryGetValue(rule, out var columns))
        {
            _columns.Add(rule, columns = [.. ColumnsOf(rule.Expressions)]);
        }

        return columns;
    }
}
