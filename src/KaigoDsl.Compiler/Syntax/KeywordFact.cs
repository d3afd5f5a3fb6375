namespace KaigoDsl.Compiler.Syntax;

/// <summary>A keyword: one meaning, two spellings.</summary>
/// <param name="Kind">Its token kind.</param>
/// <param name="Japanese">Japanese spelling.</param>
/// <param name="English">English spelling.</param>
/// <param name="Role">Where it may stand.</param>
public sealed record KeywordFact(SyntaxKind Kind, string Japanese, string English, KeywordRole Role);
