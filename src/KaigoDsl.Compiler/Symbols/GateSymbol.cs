using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>交付要件.</summary>
/// <param name="Decision">Who may be paid.</param>
/// <param name="Effect">What happens to the share of whoever may not.</param>
/// <param name="Location">Where it is written.</param>
public sealed record GateSymbol(DecisionSymbol Decision, GateEffect Effect, TextLocation Location);
