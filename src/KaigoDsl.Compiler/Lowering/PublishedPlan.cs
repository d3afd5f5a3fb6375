using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A block of published values (公表値) about one framework.</summary>
/// <param name="Framework">Index into <see cref="ProgramPlan.Frameworks"/>.</param>
/// <param name="Subject">対象: the key or name of the one entity the figures are about; <see langword="null"/> for figures over all entities.</param>
/// <param name="Edition">版, when stated.</param>
/// <param name="Source">出典, when stated.</param>
/// <param name="Values">The figures about nodes.</param>
public sealed record PublishedPlan(int Framework, string? Subject, string? Edition, string? Source, EquatableArray<PublishedValue> Values)
{
    /// <summary>Figures about allocations of the same year and entity.</summary>
    public EquatableArray<PublishedAmount> Amounts { get; init; } = [];
}

/// <summary>One published figure.</summary>
/// <param name="Node">The node it is about; 0 for the framework.</param>
/// <param name="Statistic">Which figure.</param>
/// <param name="Value">The figure in base units (points, ratio or count).</param>
/// <param name="Precision">Half of the last printed digit, in base units: the figure stands for [Value − Precision, Value + Precision).</param>
/// <param name="Location">Where it is written.</param>
public sealed record PublishedValue(int Node, StatisticKind Statistic, ExactNumber Value, ExactNumber Precision, PlanLocation Location);
