using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>規模: classes by a measure.</summary>
/// <param name="measure">What is measured.</param>
/// <param name="text">As written.</param>
/// <param name="location">Where it is written.</param>
public sealed class SizesSymbol(BoundExpression measure, string text, TextLocation location)
{
    /// <summary>What is measured.</summary>
    public BoundExpression Measure { get; } = measure;

    /// <summary>As written.</summary>
    public string Text { get; } = text;

    /// <summary>Where it is written.</summary>
    public TextLocation Location { get; } = location;

    /// <summary>The 区分 in written order.</summary>
    public List<SizeClassSymbol> Classes { get; } = [];

    /// <summary>規模別予算; <see langword="null"/> when the budgets are given.</summary>
    public BoundExpression? BudgetMeasure { get; internal set; }

    /// <summary>Whether some text among its classes could not be read.</summary>
    public bool IsBroken { get; internal set; }

    /// <summary>仮定 written at it.</summary>
    public List<string> Assumptions { get; } = [];
}
