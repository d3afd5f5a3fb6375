using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>入力: a column of the data that measures are computed from.</summary>
public sealed class InputDeclarationSyntax : MemberSyntax
{
    internal InputDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        SyntaxToken colon,
        TypeSyntax type,
        ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.InputDeclaration, new ChildListBuilder().Add(keyword).Add(label).Add(colon).Add(type).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Colon = colon;
        Type = type;
        Parts = parts;
    }

    /// <summary>入力.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name and header.</summary>
    public LabelSyntax Label { get; }

    /// <summary>:</summary>
    public SyntaxToken Colon { get; }

    /// <summary>Its type.</summary>
    public TypeSyntax Type { get; }

    /// <summary>Title, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
