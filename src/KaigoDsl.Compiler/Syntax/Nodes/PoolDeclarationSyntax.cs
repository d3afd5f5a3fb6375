using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>枠: a part of an allocation.</summary>
public sealed class PoolDeclarationSyntax : MemberSyntax
{
    internal PoolDeclarationSyntax(SyntaxToken keyword, LabelSyntax label, ImmutableArray<HeaderPartSyntax> parts, BodySyntax? body)
        : base(SyntaxKind.PoolDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).AddOptional(body).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        Body = body;
    }

    /// <summary>枠.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title, budget, 配分しない, notes.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>Its rule; none where nothing is divided.</summary>
    public BodySyntax? Body { get; }
}
