using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>単位: a further unit with a dimension of its own.</summary>
public sealed class UnitDeclarationSyntax : DeclarationSyntax
{
    internal UnitDeclarationSyntax(SyntaxToken keyword, LabelSyntax label, ImmutableArray<HeaderPartSyntax> parts)
        : base(SyntaxKind.UnitDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
    }

    /// <summary>単位.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }
}
