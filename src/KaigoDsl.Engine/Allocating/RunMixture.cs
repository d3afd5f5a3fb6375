using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>Allocates with some factors from one run and the rest from another.</summary>
internal sealed class RunMixture
{
    private readonly AllocationResult _before;
    private readonly AllocationResult _after;
    private readonly int _rowBefore;
    private readonly int _rowAfter;

    public RunMixture(AllocationResult before, AllocationResult after, string key)
    {
        (_before, _after) = (before, after);
        (_rowBefore, _rowAfter) = (Row(before, key), Row(after, key));
        var (left, right) = (before.Rules, after.Rules);
        if (!left.Plan.Columns.Select(static c => (c.Name, c.Type, c.UnitFactor)).SequenceEqual(right.Plan.Columns.Select(static c => (c.Name, c.Type, c.UnitFactor)))
            || !Tree(left).SequenceEqual(Tree(right), StringComparer.Ordinal)
            || left.Scores?.Plan.SlotCount != right.Scores?.Plan.SlotCount
            || left.Scores?.Plan.Items.Length != right.Scores?.Plan.Items.Length)
        {
            throw new ArgumentException($"`{before.Plan.Name}` and `{after.Plan.Name}` stand on different tables.");
        }
    }

    /// <summary>The payment of the row when the factors in a set of bits come from the later run.</summary>
    public Rational Payment(int changed)
    {
        AllocationResult From(ChangeFactor factor) => (changed & (1 << (int)factor)) == 0 ? _before : _after;

        var (others, rules) = (From(ChangeFactor.Others), From(ChangeFactor.Budget));
        var row = RowOf(others);
        var ground = Mix(others, row, From(ChangeFactor.OwnScore), From(ChangeFactor.OwnFigures), rules);
        var result = AllocationEvaluator.Evaluate(rules.Plan, ground, rules.Received, static _ => string.Empty, certify: false);
        return result.IsDone
            ? result.Payments[row]
            : throw new ArgumentException($"A mixture of the two runs is refused: {result.Problems[0].Kind}.");
    }

    private RulesEvaluation Mix(AllocationResult others, int row, AllocationResult score, AllocationResult figures, AllocationResult rules)
    {
        var plan = rules.Rules.Plan;
        var table = MixTable(others.Table, row, figures);
        var constants = ConstantOverrides.None;
        for (var i = 0; i < plan.Constants.Length; i++)
        {
            constants = constants.With(plan.Constants[i].Name, rules.Rules.Constant(i));
        }

        var scores = rules.Rules.Scores is { } source && others.Rules.Scores is { } theirs && score.Rules.Scores is { } own
            ? MixScores(source, theirs, own, table, row, RowOf(score), constants)
            : null;
        var mixed = new RulesEvaluation(plan, table, scores, constants);
        var dependencies = new RuleDependencies(plan);
        foreach (var step in plan.Steps.Where(step => scores is not null || !dependencies.ReadsScores(step)))
        {
            mixed.Run(step);
        }

        return mixed;
    }

    private static Evaluation MixScores(Evaluation source, Evaluation others, Evaluation own, EntityTable table, int row, int ownRow, ConstantOverrides constants)
    {
        var state = new EvaluationState(source.Plan, table, constants, others.State.Members);
        for (var slot = 0; slot < source.Plan.SlotCount; slot++)
        {
            state.SetSlot(slot, [.. others.State.Slot(slot)]);
            state.Slot(slot)[row] = own.State.Slot(slot)[ownRow];
        }

        for (var item = 0; item < source.Plan.Items.Length; item++)
        {
            state.SetItemTruth(item, [.. others.State.ItemTruth(item)]);
            state.ItemTruth(item)[row] = own.State.ItemTruth(item)[ownRow];
        }

        return new Evaluation(state);
    }

    /// <summary>The others' table with the row's own cells; only columns that an allocation reads are copied.</summary>
    private EntityTable MixTable(EntityTable others, int row, AllocationResult figures)
    {
        var (table, ownRow) = (figures.Table, RowOf(figures));
        var columns = others.Columns.ToBuilder();
        foreach (var index in _before.Plan.Columns.Union(_after.Plan.Columns))
        {
            if (index != others.Schema.KeyColumn)
            {
                columns[index] = Replace(others.Columns[index], row, table.Columns[index], ownRow);
            }
        }

        return new EntityTable(others.Schema, others.Count, columns.ToImmutable()) { AbsentColumns = others.AbsentColumns };
    }

    private static TableColumn Replace(TableColumn column, int row, TableColumn own, int ownRow)
    {
        switch (column, own)
        {
            case (QuantityColumn values, QuantityColumn other):
                var quantities = new Rational[values.Count];
                values.CopyTo(quantities);
                quantities[row] = other[ownRow];
                return QuantityColumn.FromValues(quantities);
            case (TruthColumn values, TruthColumn other):
                Truth[] truths = [.. values.Values];
                truths[row] = other.Values[ownRow];
                return TruthColumn.FromValues(truths);
            case (TextColumn values, TextColumn other):
                string?[] texts = [.. values.Values];
                texts[row] = other.Values[ownRow];
                return TextColumn.FromValues(texts);
            default:
                return column;
        }
    }

    private static IEnumerable<string> Tree(RulesEvaluation rules) => rules.Scores?.Plan.Nodes.Select(static n => n.Path) ?? [];

    private int RowOf(AllocationResult result) => ReferenceEquals(result, _before) ? _rowBefore : _rowAfter;

    private static int Row(AllocationResult result, string key)
    {
        var row = Enumerable.Range(0, result.Table.Count).FirstOrDefault(i => result.Table.Key(i) == key, -1);
        return result.IsDone && row >= 0 ? row : throw new ArgumentException($"`{result.Plan.Name}` pays nobody of the key `{key}`.");
    }
}
