using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>段階: a value for each interval of an ordered quantity, fiscal year or date.</summary>
public sealed class StepTableDeclarationSyntax : DeclarationSyntax
{
    internal StepTableDeclarationSyntax(
        SyntaxToken keyword,
        LabelSyntax label,
        ImmutableArray<HeaderPartSyntax> parts,
        SyntaxToken colon,
        TypeSyntax argumentType,
        SyntaxToken arrow,
        TypeSyntax resultType,
        SyntaxToken? order,
        ImmutableArray<HeaderPartSyntax> laterParts,
        SyntaxToken openBrace,
        ImmutableArray<MemberSyntax> members,
        SyntaxToken closeBrace)
        : base(SyntaxKind.StepTableDeclaration, new ChildListBuilder().Add(keyword).Add(label).AddRange(parts).Add(colon).Add(argumentType).Add(arrow).Add(resultType).AddOptional(order).AddRange(laterParts).Add(openBrace).AddRange(members).Add(closeBrace).ToChildren())
    {
        Keyword = keyword;
        Label = label;
        Parts = parts;
        Colon = colon;
        ArgumentType = argumentType;
        Arrow = arrow;
        ResultType = resultType;
        Order = order;
        LaterParts = laterParts;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    /// <summary>段階.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>Its name.</summary>
    public LabelSyntax Label { get; }

    /// <summary>Title and notes before the types.</summary>
    public ImmutableArray<HeaderPartSyntax> Parts { get; }

    /// <summary>:</summary>
    public SyntaxToken Colon { get; }

    /// <summary>What is looked up.</summary>
    public TypeSyntax ArgumentType { get; }

    /// <summary>→</summary>
    public SyntaxToken Arrow { get; }

    /// <summary>What is found.</summary>
    public TypeSyntax ResultType { get; }

    /// <summary>昇順 or 降順.</summary>
    public SyntaxToken? Order { get; }

    /// <summary>Title and notes behind the types.</summary>
    public ImmutableArray<HeaderPartSyntax> LaterParts { get; }

    /// <summary>{</summary>
    public SyntaxToken OpenBrace { get; }

    /// <summary>Its rows.</summary>
    public ImmutableArray<MemberSyntax> Members { get; }

    /// <summary>}</summary>
    public SyntaxToken CloseBrace { get; }
}
