using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>定数: a named value that can be overridden.</summary>
public sealed class ConstantDeclarationSyntax : DeclarationSyntax
{
    internal ConstantDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        SyntaxToken equalsToken,
        ExpressionSyntax value,
        ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.ConstantDeclaration, new ChildListBuilder().Add(keyword).Add(label).Add(equalsToken).Add(value).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        EqualsToken = equalsToken;
        Value = value;
        Parts = parts;
    }

    /// <summary>定数.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>=</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>Its value.</summary>
    public ExpressionSyntax Value { get; }

    /// <summary>仮定 and other notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
