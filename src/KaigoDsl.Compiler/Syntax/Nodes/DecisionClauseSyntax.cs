using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>該当 or 非該当 with its label, reason and condition.</summary>
public sealed class DecisionClauseSyntax : MemberSyntax
{
    internal DecisionClauseSyntax(
        SyntaxToken keyword,
        SyntaxToken? openParen,
        LabelSyntax? label,
        SyntaxToken? closeParen,
        ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.DecisionClause, new ChildListBuilder().Add(keyword).AddOptional(openParen).AddOptional(label).AddOptional(closeParen).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        OpenParen = openParen;
        Label = label;
        CloseParen = closeParen;
        Parts = parts;
    }

    /// <summary>該当 or 非該当.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>( before the label.</summary>
    public SyntaxToken? OpenParen { get; }

    /// <summary>Its label.</summary>
    public LabelSyntax? Label { get; }

    /// <summary>) behind the label.</summary>
    public SyntaxToken? CloseParen { get; }

    /// <summary>Reason, condition and notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
