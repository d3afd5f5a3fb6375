using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>判定: an ordered decision with reasons.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
public sealed class DecisionSymbol(string label, TextLocation location) : RuleSymbol(label, location, null)
{
    /// <summary>Its clauses in order.</summary>
    public List<ClauseSymbol> Clauses { get; } = [];

    internal override IEnumerable<BoundExpression> Expressions => Clauses.Select(c => c.Condition).OfType<BoundExpression>();
}
