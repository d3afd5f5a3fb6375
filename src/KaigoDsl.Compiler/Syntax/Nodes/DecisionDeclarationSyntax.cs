using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>判定: an ordered decision about one entity, each clause with its reason.</summary>
public sealed class DecisionDeclarationSyntax : DeclarationSyntax
{
    internal DecisionDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        LabelSyntax entity,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.DecisionDeclaration, new ChildListBuilder().Add(keyword).Add(label).Add(entity).AddRange(parts).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Entity = entity;
        Parts = parts;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>判定.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Whom it is about.</summary>
    public LabelSyntax Entity { get; }

    /// <summary>Title, 出典 and 仮定.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>Inputs, 値, 順位, notes and clauses.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
