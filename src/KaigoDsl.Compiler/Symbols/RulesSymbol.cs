namespace KaigoDsl.Compiler.Symbols;

/// <summary>
/// The rules of one entity, bound to one framework of it (whose scores they may read), or to a table of their own when the entity has none.
/// </summary>
/// <param name="entity">Whom they are about.</param>
/// <param name="framework">The framework on whose table they stand; <see langword="null"/> for a table of their own.</param>
/// <param name="origin">What first needed them.</param>
internal sealed class RulesSymbol(EntitySymbol entity, FrameworkSymbol? framework, RulesOrigin origin)
{
    private readonly List<ColumnSymbol> _ownInputs = [];

    public EntitySymbol Entity { get; } = entity;

    public FrameworkSymbol? Framework { get; } = framework;

    public RulesOrigin Origin { get; } = origin;

    /// <summary>Columns that only rules and allocations declare; each label once.</summary>
    public List<ColumnSymbol> Inputs => Framework?.RuleInputs ?? _ownInputs;

    /// <summary>算式 and 値, in written order; the 値 of allocations come last.</summary>
    public List<FormulaSymbol> Formulas { get; } = [];

    public List<StandingSymbol> Standings { get; } = [];

    public List<DecisionSymbol> Decisions { get; } = [];

    /// <summary>Everything above, each after what it reads.</summary>
    public List<RuleSymbol> Order { get; } = [];

    /// <summary>The column of a label that the entity or the framework declares: what rules may name without declaring it.</summary>
    public ColumnSymbol? FindDeclaredColumn(string label) =>
        Entity.Attributes.Find(a => a.Label == label) ?? Framework?.FindInput(label);
}
