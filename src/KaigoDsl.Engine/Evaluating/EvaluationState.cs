using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>What the steps of one framework have computed so far; written by <see cref="FrameworkEvaluator"/> only.</summary>
internal sealed class EvaluationState
{
    private readonly int[]?[] _slots;
    private readonly Truth[]?[] _itemTruths;
    private readonly Rational[]?[] _quantityColumns;

    public EvaluationState(FrameworkPlan plan, EntityTable table, ConstantOverrides overrides, IReadOnlyDictionary<int, Evaluation> members)
    {
        Plan = plan;
        Table = table;
        Members = members;
        Constants = [.. plan.Constants.Select(overrides.ValueOf)];
        _slots = new int[plan.SlotCount][];
        _itemTruths = new Truth[plan.Items.Length][];
        _quantityColumns = new Rational[plan.Columns.Length][];
        Rankings = new RankingResult?[plan.Rankings.Length];
        Measures = new Rational[plan.Rankings.Length][];
        Populations = new Truth[plan.Rankings.Length][];
        Lost = new bool[plan.SlotCount][];
        OwnConditions = new Truth[plan.Items.Length][];
        Chosen = new int[plan.SlotCount][];
    }

    public FrameworkPlan Plan { get; }

    public EntityTable Table { get; }

    public int Count => Table.Count;

    public Rational[] Constants { get; }

    /// <summary>Evaluations of member entities by framework index, for 管内.</summary>
    public IReadOnlyDictionary<int, Evaluation> Members { get; }

    public RankingResult?[] Rankings { get; }

    public Rational[]?[] Measures { get; }

    /// <summary>By ranking, whether each row is in the population; null when everyone is.</summary>
    public Truth[]?[] Populations { get; }

    /// <summary>By slot: rows whose series was not chosen; null when that cannot happen.</summary>
    public bool[]?[] Lost { get; }

    /// <summary>By target slot of a booking 高い方: the chosen slot by row, -1 when unknown.</summary>
    public int[]?[] Chosen { get; }

    public int[] Slot(int slot) => _slots[slot] ?? throw Unordered($"slot {slot}");

    public void SetSlot(int slot, int[] values) => _slots[slot] = values;

    /// <summary>By item with prerequisites: whether its own condition holds; null where that is the item's truth.</summary>
    public Truth[]?[] OwnConditions { get; }

    public Truth[] ItemTruth(int item) => _itemTruths[item] ?? throw Unordered($"item {item}");

    public void SetItemTruth(int item, Truth[] values) => _itemTruths[item] = values;

    public RankingResult Ranking(int ranking) => Rankings[ranking] ?? throw Unordered($"ranking {ranking}");

    /// <summary>The values of a quantity column; unpacked once.</summary>
    public Rational[] Quantities(int column)
    {
        if (_quantityColumns[column] is { } known)
        {
            return known;
        }

        var values = new Rational[Count];
        Table.Quantities(column).CopyTo(values);
        _quantityColumns[column] = values;
        return values;
    }

    private InvalidOperationException Unordered(string what) =>
        new($"The steps of `{Plan.Name}` read {what} before writing it.");
}
