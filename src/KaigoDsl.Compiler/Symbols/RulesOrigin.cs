using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>The declaration that made the rules of an entity necessary. Rules without a framework are in the order of their origins.</summary>
/// <param name="IsAllocation">Whether it is an allocation, which is declared after all rules.</param>
/// <param name="Location">Where it names the entity.</param>
internal readonly record struct RulesOrigin(bool IsAllocation, TextLocation Location);
