namespace KaigoDsl.Compiler.Syntax;

/// <summary>A keyword: one meaning, two spellings.</summary>
/// <param name="Kind">Its token kind.</param>
/// <param name="Japanese">Japanese spelling.</param>
/// <param name="English">English spelling.</param>
/// <param name="Role">Where it may stand.</param>
/// <param name="OnlyInRules">Whether it is a keyword only inside 配分, 判定, 算式, 割合表 and 段階, and a word like any other elsewhere.</param>
public sealed record KeywordFact(SyntaxKind Kind, string Japanese, string English, KeywordRole Role, bool OnlyInRules = false);
