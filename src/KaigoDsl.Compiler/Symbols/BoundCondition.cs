using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>What decides whether an item is met, when it is not a reported answer.</summary>
/// <param name="Location">Where it is written.</param>
public abstract record BoundCondition(TextLocation Location);

/// <summary>上位 or 下位 of a ranking.</summary>
public sealed record BoundTierCondition(RankingSymbol Ranking, TierSide Side, ExactNumber Share, TextLocation Location) : BoundCondition(Location);

/// <summary>A boolean expression.</summary>
public sealed record BoundExpressionCondition(BoundExpression Expression, TextLocation Location) : BoundCondition(Location);
