namespace KaigoDsl.Compiler.Syntax;

/// <summary>A unit (人, 千円, %), a quotient of units (円/人) or a 種別.</summary>
public sealed class NamedTypeSyntax : TypeSyntax
{
    internal NamedTypeSyntax(SyntaxToken name, SyntaxToken? slash, SyntaxToken? denominator)
        : base(SyntaxKind.NamedType, new ChildListBuilder().Add(name).AddOptional(slash).AddOptional(denominator).ToChildren())
    {
        Name = name;
        Slash = slash;
        Denominator = denominator;
    }

    /// <summary>The unit or enumeration; % is allowed.</summary>
    public SyntaxToken Name { get; }

    /// <summary>/ of a quotient.</summary>
    public SyntaxToken? Slash { get; }

    /// <summary>The unit under the slash.</summary>
    public SyntaxToken? Denominator { get; }
}
