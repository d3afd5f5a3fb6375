using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>One share of a table.</summary>
/// <param name="Label">Who bears it, as written.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Value">The part of the whole.</param>
public sealed record SharePlan(string Label, string Identifier, ExactNumber Value);
