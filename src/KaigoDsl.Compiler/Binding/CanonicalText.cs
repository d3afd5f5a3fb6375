using System.Text;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// An expression as text for explanations, the same however it was typed: Japanese keywords, half-width forms, one blank between tokens.
/// So neither blanks nor the language of keywords change a plan.
/// </summary>
internal static class CanonicalText
{
    public static string Of(SyntaxNode node)
    {
        var text = new StringBuilder();
        SyntaxKind? before = null;
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsMissing)
            {
                continue;
            }

            if (before is { } previous && NeedsBlank(previous, token.Kind))
            {
                text.Append(' ');
            }

            text.Append(Spell(token));
            before = token.Kind;
        }

        return text.ToString();
    }

    private static string Spell(SyntaxToken token) =>
        SyntaxFacts.GetKeyword(token.Kind)?.Japanese
        ?? SyntaxFacts.GetPunctuation(token.Kind)
        ?? (token.Kind == SyntaxKind.StringToken ? "「" + StringLiteral.Unquote(token.Text) + "」" : LabelText.Of(token));

    private static bool NeedsBlank(SyntaxKind before, SyntaxKind after) =>
        before is not (SyntaxKind.DotToken or SyntaxKind.OpenParenToken)
        && after is not (SyntaxKind.DotToken or SyntaxKind.CloseParenToken or SyntaxKind.CommaToken)
        && !(after == SyntaxKind.OpenParenToken && before is (SyntaxKind.MaximumKeyword or SyntaxKind.MinimumKeyword
            or SyntaxKind.RoundDownKeyword or SyntaxKind.RoundNearestKeyword or SyntaxKind.RoundUpKeyword));
}
