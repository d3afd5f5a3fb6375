using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A unit: two spellings, what it measures and its size.</summary>
/// <param name="Japanese">Japanese spelling, with the scale if one was written: <c>千円</c>.</param>
/// <param name="English">English spelling: <c>thousand_yen</c>.</param>
/// <param name="Dimension">The Japanese name of the base unit; empty for dimensionless ratios.</param>
/// <param name="Factor">One of this unit in base units: 1000 for 千円, 1/100 for %.</param>
public sealed record UnitFact(string Japanese, string English, string Dimension, ExactNumber Factor);
