using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>The names that one rule, allocation or test sees beside those of its framework: its own, then the entity's rules.</summary>
/// <param name="rules">The rules it belongs to.</param>
/// <param name="owner">Label of the rule or allocation; <see langword="null"/> for a test, which sees the inputs of all.</param>
internal sealed class RuleScope(RulesBinder rules, string? owner)
{
    public RulesBinder Rules { get; } = rules;

    public string? Owner { get; } = owner;

    public Dictionary<string, ColumnSymbol> Inputs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FormulaSymbol> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StandingSymbol> Standings { get; } = new(StringComparer.Ordinal);

    /// <summary>Labels a misspelt one could be.</summary>
    public IEnumerable<string> VisibleNames => Inputs.Keys
        .Concat(Values.Keys)
        .Concat(Standings.Keys)
        .Concat(Owner is null ? Rules.Symbol.Inputs.Select(i => i.Label) : [])
        .Concat(Rules.PublicNames)
        .Concat(Rules.Symbol.Entity.Attributes.Select(a => a.Label));

    /// <summary>The only ranking in sight, which 上位 without a name means.</summary>
    public StandingSymbol? SoleStanding => Standings.Count == 1 ? Standings.Values.First() : null;

    /// <summary>What a path means among rules; <see langword="null"/> when it means nothing there.</summary>
    /// <param name="labels">Its labels.</param>
    /// <param name="location">Where it is written.</param>
    /// <param name="source">The file it is written in.</param>
    /// <param name="depth">How deep the expression is that reads it.</param>
    public BoundExpression? Resolve(IReadOnlyList<string> labels, TextLocation location, SourceText source, int depth) => labels.Count switch
    {
        1 => ResolveSingle(labels[0], location, depth),
        2 => ResolveMember(labels[0], labels[1], location, source, depth),
        _ => null,
    };

    /// <summary>The decision of a label.</summary>
    public DecisionSymbol? FindDecision(string label) => Rules.Symbol.Decisions.Find(d => d.Label == label);

    /// <summary>What may stand behind a label and a dot; <see langword="null"/> when the label is nothing that has members.</summary>
    public IEnumerable<string>? MemberNames(string label, SourceText source) =>
        FindDecision(label) is not null ? ValuesOf(label).Append("区分")
        : FindFormula(label) is not null && ValuesOf(label).Any() ? ValuesOf(label)
        : Standings.ContainsKey(label) ? ["団体数"]
        : Rules.FindShares(label, source) is { } shares ? shares.Shares.Select(s => s.Label)
        : null;

    private BoundExpression? ResolveSingle(string label, TextLocation location, int depth)
    {
        if (Inputs.TryGetValue(label, out var input) || (Owner is null && (input = Rules.Symbol.Inputs.Find(i => i.Label == label)) is not null))
        {
            return new BoundColumn(input, location);
        }

        if (Standings.TryGetValue(label, out var standing))
        {
            return Rules.Read(standing, location, depth) ? new BoundStanding(standing, false, location) : new BoundError(location);
        }

        if (FindDecision(label) is { } decision)
        {
            return Rules.Read(decision, location, depth) ? new BoundDecision(decision, location) : new BoundError(location);
        }

        var formula = Values.TryGetValue(label, out var value) ? value : FindFormula(label);
        return formula is null ? null : Formula(formula, location, depth);
    }

    private BoundExpression? ResolveMember(string label, string member, TextLocation location, SourceText source, int depth)
    {
        var decision = FindDecision(label);
        if (decision is not null && SyntaxFacts.FindKeyword(member)?.Kind == SyntaxKind.ClassKeyword)
        {
            return Rules.Read(decision, location, depth) ? new BoundDecisionLabel(decision, location) : new BoundError(location);
        }

        if (decision is not null || FindFormula(label) is not null)
        {
            return Rules.Symbol.Formulas.Find(f => f.Owner == label && f.Label == member) is { } value ? Formula(value, location, depth) : null;
        }

        if (Standings.TryGetValue(label, out var standing))
        {
            return SyntaxFacts.FindKeyword(member)?.Kind != SyntaxKind.EntityCountKeyword ? null
                : Rules.Read(standing, location, depth) ? new BoundRankedCount(standing, location)
                : new BoundError(location);
        }

        var share = Rules.FindShares(label, source)?.Shares.Find(s => s.Label == member);
        return share is { Label: not null } found
            ? new BoundNumber(found.Value, Symbols.ValueType.Quantity(Dimension.None), location)
            : null;
    }

    private FormulaSymbol? FindFormula(string label) => Rules.Symbol.Formulas.Find(f => f.Owner is null && f.Label == label);

    private IEnumerable<string> ValuesOf(string owner) => Rules.Symbol.Formulas.Where(f => f.Owner == owner).Select(f => f.Label);

    private BoundExpression Formula(FormulaSymbol formula, TextLocation location, int depth) =>
        Rules.Read(formula, location, depth) && !formula.Type.IsError ? new BoundFormula(formula, location) : new BoundError(location);
}
