using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A node of a framework: 交付金, 分野, 目標, 指標群, 指標, 系列 or 項目.</summary>
public sealed class NodeDeclarationSyntax : MemberSyntax
{
    internal NodeDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken? equalsToken,
        LabelSyntax? reference,
        BodySyntax? body)
        : base(SyntaxKind.NodeDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).AddOptional(equalsToken).AddOptional(reference).AddOptional(body).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        EqualsToken = equalsToken;
        Reference = reference;
        Body = body;
    }

    /// <summary>Which level.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its label.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, points, condition, flags, notes, in any order.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>= before a shared group.</summary>
    public SyntaxToken? EqualsToken { get; }

    /// <summary>The shared group it stands for.</summary>
    public LabelSyntax? Reference { get; }

    /// <summary>Its members.</summary>
    public BodySyntax? Body { get; }
}
