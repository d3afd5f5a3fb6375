using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A 区分 of 規模.</summary>
/// <param name="Label">As written: 1.</param>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Title">As written, without the brackets.</param>
/// <param name="Below">Upper boundary in base units, itself outside; <see langword="null"/> for the last class (以上).</param>
/// <param name="Budget">Its budget in yen, made of numbers and constants; <see langword="null"/> when proportional.</param>
public sealed record SizeClassPlan(string Label, string Identifier, string? Title, ExactNumber? Below, ExpressionPlan? Budget);
