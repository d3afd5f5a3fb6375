using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>A formula or named value that a decision reads, for one row.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Quantity">For a quantity: its value in <see cref="FormulaPlan.Unit"/>, possibly missing; missing for other types.</param>
/// <param name="Text">For a truth value or a text: 真, 偽, the text; empty for unknown and for quantities.</param>
public sealed record ValueExplanation(FormulaPlan Formula, Rational Quantity, string Text);
