using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Whether an old and a new expression say the same, given which columns, nodes and constants correspond.</summary>
/// <param name="pair">The frameworks whose columns and nodes are meant.</param>
/// <param name="pairs">All pairs, for what aggregates speak of.</param>
/// <param name="constants">The pair whose constants are meant.</param>
/// <param name="oldRules">The old rules that formulas, decisions, standings and step tables are of.</param>
/// <param name="newRules">The new rules.</param>
internal sealed class ExpressionCorrespondence(
    FrameworkPair pair, ImmutableArray<FrameworkPair> pairs, FrameworkPair constants, RulesPlan? oldRules = null, RulesPlan? newRules = null)
{
    public bool Same(ExpressionPlan? oldExpression, ExpressionPlan? newExpression) => (oldExpression, newExpression) switch
    {
        (null, null) => true,
        (NumberExpression a, NumberExpression b) => a.Value == b.Value,
        (TruthExpression a, TruthExpression b) => a.Value == b.Value,
        (TextExpression a, TextExpression b) => string.Equals(a.Value, b.Value, StringComparison.Ordinal),
        (ConstantExpression a, ConstantExpression b) =>
            string.Equals(constants.Old.Constants[a.Constant].Name, constants.New.Constants[b.Constant].Name, StringComparison.Ordinal),
        (ColumnExpression a, ColumnExpression b) => pair.NewColumnOf(a.Column) == b.Column,
        (ItemExpression a, ItemExpression b) => SameNode(pair.Old.Items[a.Item].Node, pair.New.Items[b.Item].Node),
        (ScoreExpression a, ScoreExpression b) => SameSlot(a.Slot, b.Slot),
        (UnaryExpression a, UnaryExpression b) => a.Operator == b.Operator && Same(a.Operand, b.Operand),
        (BinaryExpression a, BinaryExpression b) => a.Operator == b.Operator && Same(a.Left, b.Left) && Same(a.Right, b.Right),
        (ConditionalExpression a, ConditionalExpression b) =>
            Same(a.Condition, b.Condition) && Same(a.WhenTrue, b.WhenTrue) && Same(a.WhenFalse, b.WhenFalse),
        (CallExpression a, CallExpression b) => a.Function == b.Function && a.Arguments.Count == b.Arguments.Count
            && a.Arguments.Zip(b.Arguments).All(both => Same(both.First, both.Second)),
        (AggregateExpression a, AggregateExpression b) => SameAggregate(a, b),
        _ => oldRules is not null && newRules is not null && SameRule(oldExpression, oldRules, newExpression, newRules),
    };

    /// <summary>Named things of rules are the same by their names; what became of them is told where they are declared.</summary>
    private bool SameRule(ExpressionPlan? oldExpression, RulesPlan old, ExpressionPlan? newExpression, RulesPlan current) => (oldExpression, newExpression) switch
    {
        (FormulaExpression a, FormulaExpression b) =>
            old.Formulas[a.Formula].Label == current.Formulas[b.Formula].Label && old.Formulas[a.Formula].Owner == current.Formulas[b.Formula].Owner,
        (DecisionExpression a, DecisionExpression b) => old.Decisions[a.Decision].Label == current.Decisions[b.Decision].Label,
        (DecisionLabelExpression a, DecisionLabelExpression b) => old.Decisions[a.Decision].Label == current.Decisions[b.Decision].Label,
        (StandingExpression a, StandingExpression b) => a.FromWorst == b.FromWorst && SameStanding(old.Standings[a.Standing], current.Standings[b.Standing]),
        (RankedCountExpression a, RankedCountExpression b) => SameStanding(old.Standings[a.Standing], current.Standings[b.Standing]),
        (StepLookupExpression a, StepLookupExpression b) =>
            old.StepTables[a.Table].Label == current.StepTables[b.Table].Label && Same(a.Argument, b.Argument),
        _ => false,
    };

    private static bool SameStanding(StandingPlan old, StandingPlan current) => old.Label == current.Label && old.Owner == current.Owner;

    private bool SameAggregate(AggregateExpression a, AggregateExpression b)
    {
        var members = pairs.FirstOrDefault(p => p.OldIndex == a.Framework && p.NewIndex == b.Framework);
        return members is not null && a.Function == b.Function && members.NewColumnOf(a.LinkColumn) == b.LinkColumn
            && new ExpressionCorrespondence(members, pairs, constants).Same(a.Value, b.Value);
    }

    private bool SameSlot(int oldSlot, int newSlot)
    {
        var (oldShadow, newShadow) = (oldSlot - pair.Old.Nodes.Length, newSlot - pair.New.Nodes.Length);
        if (oldShadow < 0 && newShadow < 0)
        {
            return SameNode(oldSlot, newSlot);
        }

        return oldShadow >= 0 && newShadow >= 0
            && SameNode(pair.Old.Shadows[oldShadow].Node, pair.New.Shadows[newShadow].Node)
            && SameNode(pair.Old.Shadows[oldShadow].Without, pair.New.Shadows[newShadow].Without);
    }

    private bool SameNode(int oldNode, int newNode) => pair.NewOf(oldNode) == newNode;
}
