using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>An edit that would cure a diagnostic.</summary>
/// <param name="Span">What is replaced, in the diagnostic's file.</param>
/// <param name="NewText">What replaces it.</param>
public sealed record SuggestedFix(TextSpan Span, string NewText);
