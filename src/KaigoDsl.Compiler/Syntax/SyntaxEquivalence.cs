using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// Whether two trees differ in blanks and plain comments alone: the same nodes and tokens on the same lines, with the same <c>///</c> comments.
/// Such trees have the same plan; only the places inside a line, and so the places of diagnostics, may differ.
/// </summary>
internal static class SyntaxEquivalence
{
    public static bool AreEquivalent(SyntaxTree left, SyntaxTree right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left.Source.Path != right.Source.Path || left.Diagnostics.Length > 0 || right.Diagnostics.Length > 0)
        {
            return false;
        }

        // An own stack: chains of operators make trees as deep as they are long.
        var pending = new Stack<(SyntaxElement Left, SyntaxElement Right)>();
        pending.Push((left.Root, right.Root));
        var (leftLine, rightLine) = (new LineCounter(left.Source), new LineCounter(right.Source));
        while (pending.Count > 0)
        {
            var (one, other) = pending.Pop();
            if (one.Kind != other.Kind)
            {
                return false;
            }

            if (one is SyntaxToken first)
            {
                if (other is not SyntaxToken second || !AreEquivalent(first, second) || leftLine.LineOf(first) != rightLine.LineOf(second))
                {
                    return false;
                }

                continue;
            }

            var (children, others) = (((SyntaxNode)one).Children, (other as SyntaxNode)?.Children ?? ImmutableArray<SyntaxElement>.Empty);
            if (other is SyntaxToken || children.Length != others.Length)
            {
                return false;
            }

            for (var i = children.Length - 1; i >= 0; i--)
            {
                pending.Push((children[i], others[i]));
            }
        }

        return true;
    }

    private static bool AreEquivalent(SyntaxToken left, SyntaxToken right) =>
        left.IsMissing == right.IsMissing
        && string.Equals(left.Text, right.Text, StringComparison.Ordinal)
        && HaveSameDocumentation(left.LeadingTrivia, right.LeadingTrivia);

    private static bool HaveSameDocumentation(ImmutableArray<SyntaxTrivia> left, ImmutableArray<SyntaxTrivia> right)
    {
        var at = 0;
        foreach (var trivia in left)
        {
            if (trivia.Kind != SyntaxKind.DocumentationTrivia)
            {
                continue;
            }

            while (at < right.Length && right[at].Kind != SyntaxKind.DocumentationTrivia)
            {
                at++;
            }

            if (at == right.Length || !string.Equals(trivia.Text, right[at].Text, StringComparison.Ordinal))
            {
                return false;
            }

            at++;
        }

        while (at < right.Length)
        {
            if (right[at++].Kind == SyntaxKind.DocumentationTrivia)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lines of tokens that are asked for in the order of the text.</summary>
    private sealed class LineCounter(Text.SourceText source)
    {
        private int _line;

        public int LineOf(SyntaxToken token)
        {
            // A missing token may stand before the one asked for last.
            if (_line > 0 && source.GetLineStart(_line) > token.Span.Start)
            {
                _line = source.GetLinePosition(token.Span.Start).Line;
            }

            while (_line + 1 < source.LineCount && source.GetLineStart(_line + 1) <= token.Span.Start)
            {
                _line++;
            }

            return _line;
        }
    }
}
