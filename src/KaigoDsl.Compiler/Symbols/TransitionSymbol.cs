using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>激変緩和: a share of last year's amount is kept.</summary>
/// <param name="Previous">Last year's amount.</param>
/// <param name="Share">The share it keeps.</param>
/// <param name="Normalised">総額に合わせる.</param>
/// <param name="Text">As written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record TransitionSymbol(BoundExpression Previous, BoundExpression Share, bool Normalised, string Text, TextLocation Location);
