using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>配分: how a budget is divided over the rows of an entity's table.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="fiscalYear">The Western fiscal year.</param>
/// <param name="entityLabel">Among whom.</param>
public sealed class AllocationSymbol(string label, TextLocation location, int fiscalYear, string entityLabel) : Symbol(label, location)
{
    /// <summary>The Western fiscal year.</summary>
    public int FiscalYear { get; } = fiscalYear;

    /// <summary>Among whom.</summary>
    public string EntityLabel { get; } = entityLabel;

    /// <summary>The budget in yen; <see langword="null"/> until it is bound, and when it is missing.</summary>
    public BoundExpression? Budget { get; internal set; }

    /// <summary>交付要件.</summary>
    public List<GateSymbol> Gates { get; } = [];

    /// <summary>枠 in written order.</summary>
    public List<PoolSymbol> Pools { get; } = [];

    /// <summary>激変緩和, when written.</summary>
    public TransitionSymbol? Transition { get; internal set; }

    /// <summary>端数, 上限, 下限, 再配分 and 残余 of the whole.</summary>
    public AmountRules Rules { get; } = new();

    /// <summary>The text of its <c>///</c> comment.</summary>
    public string? Documentation { get; internal set; }

    /// <summary>Year, entity and label.</summary>
    public string FullName => FiscalYearLiteral.ToEraText(FiscalYear) + " " + EntityLabel + " " + Label;

    /// <summary>The rules it stands on.</summary>
    internal RulesSymbol? Ground { get; set; }

    /// <summary>Every expression that is evaluated for rows.</summary>
    internal IEnumerable<BoundExpression> Expressions =>
        new[] { Transition?.Previous }.Concat(Rules.Expressions).Concat(Pools.SelectMany(p => p.Expressions)).OfType<BoundExpression>();

    /// <summary>Every expression made of numbers and constants: budgets and shares.</summary>
    internal IEnumerable<BoundExpression> ConstantExpressions =>
        new[] { Budget, Transition?.Share }.Concat(Pools.Select(p => p.Budget))
            .Concat(Pools.SelectMany(p => p.Sizes?.Classes ?? []).Select(c => c.Budget))
            .OfType<BoundExpression>();

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
