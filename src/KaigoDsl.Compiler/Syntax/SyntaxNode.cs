using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A node of the syntax tree: its children, tokens and nodes, in the order of the text.</summary>
public abstract class SyntaxNode : SyntaxElement
{
    private TextSpan? _span;
    private TextSpan? _fullSpan;

    private protected SyntaxNode(SyntaxKind kind, ImmutableArray<SyntaxElement> children)
    {
        Kind = kind;
        Children = children;
    }

    /// <inheritdoc/>
    public override SyntaxKind Kind { get; }

    /// <summary>Every child in order; together they are the node's text.</summary>
    public ImmutableArray<SyntaxElement> Children { get; }

    /// <inheritdoc/>
    public override TextSpan Span => _span ??= ComputeSpan();

    /// <inheritdoc/>
    public override TextSpan FullSpan => _fullSpan ??= Children.IsEmpty
        ? default
        : TextSpan.FromBounds(Children[0].FullSpan.Start, Children[Children.Length - 1].FullSpan.End);

    /// <summary>Its first token, missing ones included; <see langword="null"/> for a node without tokens.</summary>
    public SyntaxToken? FirstToken
    {
        get
        {
            foreach (var child in Children)
            {
                var token = child as SyntaxToken ?? ((SyntaxNode)child).FirstToken;
                if (token is not null)
                {
                    return token;
                }
            }

            return null;
        }
    }

    /// <summary>Whether it stands for something expected but not written.</summary>
    public bool IsMissing
    {
        get
        {
            foreach (var child in Children)
            {
                if (child is not (SyntaxToken { IsMissing: true } or SyntaxNode { IsMissing: true }))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Every token below it in the order of the text, missing ones included.</summary>
    public IEnumerable<SyntaxToken> DescendantTokens()
    {
        // An own stack: chains of operators make trees as deep as they are long.
        var pending = new Stack<SyntaxElement>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            var element = pending.Pop();
            if (element is SyntaxToken token)
            {
                yield return token;
                continue;
            }

            var children = ((SyntaxNode)element).Children;
            for (var i = children.Length - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder writer)
    {
        foreach (var child in Children)
        {
            child.WriteTo(writer);
        }
    }

    /// <summary>The text from its first to its last token, without the trivia at its ends.</summary>
    public override string ToString()
    {
        var text = ToFullString();
        return Children.IsEmpty ? text : text.Substring(Span.Start - FullSpan.Start, Span.Length);
    }

    // Missing tokens at either end do not stretch the span over blanks; a wholly missing node stands at its first token.
    private TextSpan ComputeSpan()
    {
        var start = -1;
        var end = -1;
        foreach (var child in Children)
        {
            if (child is SyntaxToken { IsMissing: true } or SyntaxNode { IsMissing: true })
            {
                continue;
            }

            if (start < 0)
            {
                start = child.Span.Start;
            }

            end = child.Span.End;
        }

        return start >= 0 ? TextSpan.FromBounds(start, end) : Children.IsEmpty ? default : new TextSpan(Children[0].Span.Start, 0);
    }
}
