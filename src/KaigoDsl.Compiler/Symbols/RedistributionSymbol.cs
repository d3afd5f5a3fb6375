using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>再配分: what caps cut off is divided again.</summary>
/// <param name="Weight">By what; <see langword="null"/> for the amounts so far.</param>
/// <param name="Rounds">How often; <see langword="null"/> for until it settles.</param>
/// <param name="Participants">Among whom; <see langword="null"/> for everyone below the cap.</param>
/// <param name="Location">Where it is written.</param>
public sealed record RedistributionSymbol(BoundExpression? Weight, int? Rounds, BoundExpression? Participants, TextLocation Location);
