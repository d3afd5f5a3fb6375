using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>算式: a named value of every row, written behind <c>=</c> or as the last member of a body.</summary>
public sealed class FormulaDeclarationSyntax : DeclarationSyntax
{
    internal FormulaDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        LabelSyntax entity,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken colon,
        TypeSyntax type,
        ImmutableArray<HeaderPartSyntax> laterParts,
        SyntaxToken? equalsToken,
        ExpressionSyntax? value,
        ImmutableArray<HeaderPartSyntax> lastParts,
        BodySyntax? body)
        : base(SyntaxKind.FormulaDeclaration, new ChildListBuilder().Add(keyword).Add(label).Add(entity).AddRange(parts).Add(colon).Add(type).AddRange(laterParts).AddOptional(equalsToken).AddOptional(value).AddRange(lastParts).AddOptional(body).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Entity = entity;
        Parts = parts;
        Colon = colon;
        Type = type;
        LaterParts = laterParts;
        EqualsToken = equalsToken;
        Value = value;
        LastParts = lastParts;
        Body = body;
    }

    /// <summary>算式.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Whom it is about.</summary>
    public LabelSyntax Entity { get; }

    /// <summary>Title and notes before the type.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>:</summary>
    public SyntaxToken Colon { get; }

    /// <summary>What it is reported in.</summary>
    public TypeSyntax Type { get; }

    /// <summary>Title and notes behind the type.</summary>
    public ImmutableArray<HeaderPartSyntax> LaterParts { get; }

    /// <summary>= before the value.</summary>
    public SyntaxToken? EqualsToken { get; }

    /// <summary>The value, when there is no body.</summary>
    public ExpressionSyntax? Value { get; }

    /// <summary>Title and notes behind the value.</summary>
    public ImmutableArray<HeaderPartSyntax> LastParts { get; }

    /// <summary>Inputs, 値, 順位, notes and the value.</summary>
    public BodySyntax? Body { get; }
}
