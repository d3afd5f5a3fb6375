using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>A framework evaluated over a table: every node's points, every item's truth and every ranking, by row.</summary>
public sealed class Evaluation
{
    private readonly ScoreColumn?[] _scores;
    private readonly ScoreBoard? _board;
    private readonly Lazy<EvaluationState> _state;
    private readonly Truth[]?[] _truths;

    internal Evaluation(EvaluationState state)
    {
        _truths = new Truth[state.Plan.Items.Length][];
        (Plan, Table) = (state.Plan, state.Table);
        _state = new Lazy<EvaluationState>(state);
        _scores = new ScoreColumn?[Plan.SlotCount];
    }

    /// <param name="plan">The framework.</param>
    /// <param name="table">The data.</param>
    /// <param name="board">The points, scored already.</param>
    /// <param name="explain">Evaluates step by step, keeping everything, when somebody asks for more than points.</param>
    internal Evaluation(FrameworkPlan plan, EntityTable table, ScoreBoard board, Func<EvaluationState> explain)
    {
        (Plan, Table, _board) = (plan, table, board);
        _truths = new Truth[plan.Items.Length][];
        _state = new Lazy<EvaluationState>(explain);
        _scores = new ScoreColumn?[Plan.SlotCount];
    }

    /// <summary>The framework.</summary>
    public FrameworkPlan Plan { get; }

    /// <summary>The data it was scored from.</summary>
    public EntityTable Table { get; }

    internal EvaluationState State => _state.Value;

    /// <summary>The points of a node (slot = node index) or of a shadow slot, after 高い方 has booked the better series.</summary>
    public ScoreColumn Score(int slot) => _scores[slot] ??= _board is null ? ScoreColumn.FromOwned(State.Slot(slot)) : ScoreColumn.FromValues(_board.Points(slot));

    /// <summary>Whether an item is met by a row, before any 高い方 choice; prerequisites included.</summary>
    public Truth ItemTruth(int item, int row) => ItemTruths(item)[row];

    /// <summary>The same for every row.</summary>
    public ReadOnlySpan<Truth> ItemTruths(int item) =>
        _truths[item] ??= _board is null || _state.IsValueCreated ? State.ItemTruth(item) : _board.Truths(Plan.Items[item].Node).ToArray();

    /// <summary>Whether a reported answer decided a computed item. 未報告 overrides nothing.</summary>
    public bool IsOverridden(int item, int row)
    {
        var plan = Plan.Items[item];
        return plan.Condition != ConditionKind.Answer
            && plan.AnswerColumn >= 0
            && Table.Answers(plan.AnswerColumn)[row] != Answer.NotReported;
    }

    /// <summary>Whether a node's points count: false when it belongs to a series that lost to a better one.</summary>
    public bool IsBooked(int node, int row) => State.Lost[node] is not { } lost || !lost[row];

    /// <summary>For a 高い方 node: the node of the series booked for a row; -1 when unknown or when the node has no such choice.</summary>
    public int ChosenSeries(int node, int row) => State.Chosen[node] is { } chosen ? chosen[row] : -1;

    /// <summary>A ranking as carried out.</summary>
    public RankingResult Ranking(int ranking) => State.Ranking(ranking);

    /// <summary>The values a ranking compared, by row.</summary>
    public ReadOnlySpan<Rational> MeasureValues(int ranking) => State.Measures[ranking];

    /// <summary>Whether a row belongs to the population of a ranking; true for all when it has none.</summary>
    public Truth InPopulation(int ranking, int row) => State.Populations[ranking] is { } population ? population[row] : Truth.True;

    /// <summary>The value in force for a constant.</summary>
    public Rational Constant(int constant) => State.Constants[constant];
}
