using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Blanks, line ends and comments around tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Exactly as read.</param>
/// <param name="Span">Where.</param>
public sealed record SyntaxTrivia(SyntaxKind Kind, string Text, TextSpan Span);
