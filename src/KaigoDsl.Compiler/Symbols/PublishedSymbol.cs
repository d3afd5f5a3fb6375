using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>公表値: published figures about one framework.</summary>
/// <param name="framework">The framework they are about.</param>
/// <param name="subject">対象: the one entity they are about.</param>
/// <param name="edition">版.</param>
/// <param name="source">出典.</param>
/// <param name="location">Where the year stands.</param>
internal sealed class PublishedSymbol(FrameworkSymbol framework, string? subject, string? edition, string? source, TextLocation location)
{
    public TextLocation Location { get; } = location;

    public FrameworkSymbol Framework { get; } = framework;

    public string? Subject { get; } = subject;

    public string? Edition { get; } = edition;

    public string? Source { get; } = source;

    public List<PublishedFigure> Figures { get; } = [];

    public List<PublishedAmountFigure> Amounts { get; } = [];
}

/// <summary>One figure, bound to its node.</summary>
internal sealed record PublishedFigure(NodeSymbol Node, StatisticKind Statistic, ExactNumber Value, ExactNumber Precision, TextLocation Location);

/// <summary>One figure, bound to an allocation, one of its 枠 or one of their 区分.</summary>
internal sealed record PublishedAmountFigure(
    AllocationSymbol Allocation, PoolSymbol? Pool, SizeClassSymbol? Class, AmountFigureKind Kind, ExactNumber Value, ExactNumber Precision, TextLocation Location);
