using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One step of the evaluation of a framework. Steps are in an order that satisfies every dependency; run them one by one over the whole table.</summary>
public abstract record StepPlan;

/// <summary>Evaluates a ranking: its value and population columns, N, cut-offs and who is in each tier.</summary>
/// <param name="Ranking">Index into <see cref="FrameworkPlan.Rankings"/>.</param>
public sealed record RankStep(int Ranking) : StepPlan;

/// <summary>Decides an item: is it met, and its points into its node's slot.</summary>
/// <param name="Item">Index into <see cref="FrameworkPlan.Items"/>.</param>
public sealed record ItemStep(int Item) : StepPlan;

/// <summary>Reads a node's points from its column; blank is unknown, never zero.</summary>
/// <param name="Node">Index into <see cref="FrameworkPlan.Nodes"/>.</param>
public sealed record PointsStep(int Node) : StepPlan;

/// <summary>Adds source slots into a target slot, at most <paramref name="Cap"/>; unknown if any source is unknown.</summary>
/// <param name="Target">The slot written.</param>
/// <param name="Sources">The slots read.</param>
/// <param name="Cap">最大, or <see langword="null"/>.</param>
public sealed record SumStep(int Target, EquatableArray<int> Sources, int? Cap) : StepPlan;

/// <summary>
/// 高い方: the best source slot into the target, at most <paramref name="Cap"/>. Only the chosen series is booked: the slots of the
/// others and of everything below them become 0 (their items stay met). Of equal series the one with the better standing in its own
/// ranking (rank ÷ N, smaller is better, compared exactly) is chosen; a series without a ranking, or whose value is missing or
/// outside the population, stands behind one that has a rank; of still equal ones the first written. Unknown if any source is unknown; then nothing is chosen and no slot is cleared.
/// </summary>
/// <param name="Target">The slot written.</param>
/// <param name="Candidates">The series.</param>
/// <param name="Cap">最大, or <see langword="null"/>.</param>
/// <param name="Books">False for a shadow evaluation (<c>除く この指標</c>), which must not change the slots of the losing series.</param>
public sealed record BestStep(int Target, EquatableArray<SeriesCandidate> Candidates, int? Cap, bool Books) : StepPlan;

/// <summary>One series of a <see cref="BestStep"/>.</summary>
/// <param name="Slot">The series' slot.</param>
/// <param name="Ranking">Its ranking, or -1.</param>
/// <param name="Below">The slots below it, cleared when it is not chosen.</param>
public sealed record SeriesCandidate(int Slot, int Ranking, EquatableArray<int> Below);
