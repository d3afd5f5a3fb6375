namespace KaigoDsl.Compiler.Syntax;

public static partial class SyntaxFacts
{
    private static readonly Dictionary<SyntaxKind, string> PunctuationTexts = new()
    {
        [SyntaxKind.OpenBraceToken] = "{",
        [SyntaxKind.CloseBraceToken] = "}",
        [SyntaxKind.OpenParenToken] = "(",
        [SyntaxKind.CloseParenToken] = ")",
        [SyntaxKind.CommaToken] = ",",
        [SyntaxKind.ColonToken] = ":",
        [SyntaxKind.SemicolonToken] = ";",
        [SyntaxKind.DotToken] = ".",
        [SyntaxKind.EqualsToken] = "=",
        [SyntaxKind.NotEqualsToken] = "≠",
        [SyntaxKind.LessToken] = "<",
        [SyntaxKind.LessOrEqualToken] = "≤",
        [SyntaxKind.GreaterToken] = ">",
        [SyntaxKind.GreaterOrEqualToken] = "≥",
        [SyntaxKind.PlusToken] = "+",
        [SyntaxKind.MinusToken] = "-",
        [SyntaxKind.TimesToken] = "×",
        [SyntaxKind.DivideToken] = "÷",
        [SyntaxKind.SlashToken] = "/",
        [SyntaxKind.PercentToken] = "%",
        [SyntaxKind.ArrowToken] = "→",
    };
}
