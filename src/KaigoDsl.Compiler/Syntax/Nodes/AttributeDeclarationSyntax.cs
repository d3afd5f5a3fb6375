using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>An attribute of an entity: <c>第1号被保険者数 : 人</c>.</summary>
public sealed class AttributeDeclarationSyntax : MemberSyntax
{
    internal AttributeDeclarationSyntax(LabelSyntax label, SyntaxToken colon, TypeSyntax type, ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.AttributeDeclaration, new ChildListBuilder().Add(label).Add(colon).Add(type).AddRange(parts).ToChildren())
    {
        Label = label;
        Colon = colon;
        Type = type;
        Parts = parts;
    }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>:</summary>
    public SyntaxToken Colon { get; }

    /// <summary>Its type.</summary>
    public TypeSyntax Type { get; }

    /// <summary>Title, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
