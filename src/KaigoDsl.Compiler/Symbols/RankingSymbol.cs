using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>順位: a measure and how entities are ordered by it.</summary>
/// <param name="node">The node it is declared at.</param>
/// <param name="value">The measure.</param>
/// <param name="direction">Which end is best.</param>
/// <param name="population">母集団, when written.</param>
/// <param name="ties">What happens at the cut-off.</param>
/// <param name="rounding">How q·N becomes whole.</param>
/// <param name="text">The measure as written.</param>
/// <param name="location">Where the clause stands.</param>
public sealed class RankingSymbol(
    NodeSymbol node,
    BoundExpression value,
    RankDirection direction,
    BoundExpression? population,
    TieRule ties,
    CountRounding rounding,
    string text,
    TextLocation location)
{
    /// <summary>The node it is declared at.</summary>
    public NodeSymbol Node { get; } = node;

    /// <summary>The measure.</summary>
    public BoundExpression Value { get; } = value;

    /// <summary>Which end is best.</summary>
    public RankDirection Direction { get; } = direction;

    /// <summary>母集団, when written.</summary>
    public BoundExpression? Population { get; } = population;

    /// <summary>What happens at the cut-off.</summary>
    public TieRule Ties { get; } = ties;

    /// <summary>How q·N becomes whole.</summary>
    public CountRounding Rounding { get; } = rounding;

    /// <summary>The measure as written.</summary>
    public string Text { get; } = text;

    /// <summary>Where the clause stands.</summary>
    public TextLocation Location { get; } = location;

    /// <summary>Whether some item means to be a tier of it but has an error of its own.</summary>
    internal bool HasBrokenTier { get; set; }

    /// <summary>The items that are tiers of it, in written order.</summary>
    public List<NodeSymbol> TierItems { get; } = [];
}
