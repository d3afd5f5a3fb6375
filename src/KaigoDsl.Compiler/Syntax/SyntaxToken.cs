using System.Collections.Immutable;
using System.Text;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A lexical unit with the trivia around it. A missing token has an empty text and stands where it was expected.</summary>
public sealed class SyntaxToken : SyntaxElement
{
    /// <summary>Creates a token.</summary>
    public SyntaxToken(
        SyntaxKind kind,
        string text,
        int position,
        ImmutableArray<SyntaxTrivia> leadingTrivia,
        ImmutableArray<SyntaxTrivia> trailingTrivia,
        bool isMissing = false)
    {
        Kind = kind;
        Text = text;
        Span = new TextSpan(position, text.Length);
        LeadingTrivia = leadingTrivia;
        TrailingTrivia = trailingTrivia;
        IsMissing = isMissing;
    }

    /// <inheritdoc/>
    public override SyntaxKind Kind { get; }

    /// <summary>Exactly as read, full-width forms included.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override TextSpan Span { get; }

    /// <inheritdoc/>
    public override TextSpan FullSpan => TextSpan.FromBounds(
        LeadingTrivia.IsEmpty ? Span.Start : LeadingTrivia[0].Span.Start,
        TrailingTrivia.IsEmpty ? Span.End : TrailingTrivia[TrailingTrivia.Length - 1].Span.End);

    /// <summary>Trivia before it: everything since the last token's line end.</summary>
    public ImmutableArray<SyntaxTrivia> LeadingTrivia { get; }

    /// <summary>Trivia behind it up to and including the line end.</summary>
    public ImmutableArray<SyntaxTrivia> TrailingTrivia { get; }

    /// <summary>Whether it was expected but is not there.</summary>
    public bool IsMissing { get; }

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder writer)
    {
        foreach (var trivia in LeadingTrivia)
        {
            writer.Append(trivia.Text);
        }

        writer.Append(Text);
        foreach (var trivia in TrailingTrivia)
        {
            writer.Append(trivia.Text);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
