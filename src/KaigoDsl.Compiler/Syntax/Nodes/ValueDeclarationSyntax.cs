using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>値: a named value inside a rule or an allocation.</summary>
public sealed class ValueDeclarationSyntax : MemberSyntax
{
    internal ValueDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        SyntaxToken? colon,
        TypeSyntax? type,
        SyntaxToken equalsToken,
        ExpressionSyntax value,
        ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.ValueDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddOptional(colon).AddOptional(type).Add(equalsToken).Add(value).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Colon = colon;
        Type = type;
        EqualsToken = equalsToken;
        Value = value;
        Parts = parts;
    }

    /// <summary>値.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>: before a type.</summary>
    public SyntaxToken? Colon { get; }

    /// <summary>What it is reported in.</summary>
    public TypeSyntax? Type { get; }

    /// <summary>=</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>What it is.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>Title and notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
