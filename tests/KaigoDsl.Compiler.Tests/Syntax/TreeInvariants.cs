using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Tests.Syntax;

/// <summary>What holds for the tree of every text, right or wrong.</summary>
internal static class TreeInvariants
{
    /// <summary>Checks a tree; returns what is wrong with it, or <see langword="null"/>.</summary>
    public static string? FindViolation(SyntaxTree tree)
    {
        var text = tree.Source.Text;
        if (!string.Equals(tree.Root.ToFullString(), text, StringComparison.Ordinal))
        {
            return "the tree is not the text";
        }

        foreach (var diagnostic in tree.Diagnostics)
        {
            var span = diagnostic.Location.Span;
            if (span.Start < 0 || span.Length < 0 || span.End > text.Length)
            {
                return "a diagnostic lies outside the text: " + diagnostic;
            }
        }

        var position = 0;
        return CheckSpans(tree.Root, ref position) ?? (position == text.Length ? null : "the tree ends before the text");
    }

    private static string? CheckSpans(SyntaxElement element, ref int position)
    {
        if (element is SyntaxToken token)
        {
            return CheckToken(token, ref position);
        }

        var node = (SyntaxNode)element;
        var start = position;
        foreach (var child in node.Children)
        {
            if (CheckSpans(child, ref position) is { } violation)
            {
                return violation;
            }
        }

        if (node.Children.IsEmpty)
        {
            return node.Kind + " has no children";
        }

        return node.FullSpan.Start == start && node.FullSpan.End == position && node.FullSpan.Contains(node.Span)
            ? null
            : node.Kind + " does not enclose its children";
    }

    private static string? CheckToken(SyntaxToken token, ref int position)
    {
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.Span.Start != position || trivia.Span.Length != trivia.Text.Length)
            {
                return "a gap before leading trivia of " + token.Kind;
            }

            position += trivia.Text.Length;
        }

        if (token.Span.Start != position || token.IsMissing != (token.Text.Length == 0 && token.Kind != SyntaxKind.EndOfFileToken))
        {
            return "a gap before " + token.Kind;
        }

        position += token.Text.Length;
        foreach (var trivia in token.TrailingTrivia)
        {
            if (trivia.Span.Start != position)
            {
                return "a gap before trailing trivia of " + token.Kind;
            }

            position += trivia.Text.Length;
        }

        return null;
    }
}
