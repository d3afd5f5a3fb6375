using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>枠: a part of an allocation with a budget and a rule of its own.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="index">Its place among the 枠 of the allocation.</param>
public sealed class PoolSymbol(string label, TextLocation location, int index) : Symbol(label, location)
{
    /// <summary>Its place among the 枠 of the allocation.</summary>
    public int Index { get; } = index;

    /// <summary>The budget in yen; <see langword="null"/> when it is missing.</summary>
    public BoundExpression? Budget { get; internal set; }

    /// <summary>How it is divided; <see langword="null"/> when nothing says so.</summary>
    public PoolRule? Rule { get; internal set; }

    /// <summary>Why nothing is divided by rule, when said.</summary>
    public string? Reason { get; internal set; }

    /// <summary>按分.</summary>
    public BoundExpression? Weight { get; internal set; }

    /// <summary>The weight as written.</summary>
    public string WeightText { get; internal set; } = string.Empty;

    /// <summary>条件 of 均等.</summary>
    public List<EqualConditionSymbol> Conditions { get; } = [];

    /// <summary>規模.</summary>
    public SizesSymbol? Sizes { get; internal set; }

    /// <summary>対象.</summary>
    public BoundExpression? Participants { get; internal set; }

    /// <summary>端数, 上限, 下限, 再配分 and 残余 of the 枠.</summary>
    public AmountRules Rules { get; } = new();

    internal IEnumerable<BoundExpression?> Expressions =>
        new[] { Weight, Participants, Sizes?.Measure, Sizes?.BudgetMeasure }.Concat(Conditions.Select(c => c.Condition)).Concat(Rules.Expressions);
}
