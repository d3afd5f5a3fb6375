namespace KaigoDsl.Compiler.Syntax;

/// <summary>高い順 or 低い順.</summary>
public sealed class DirectionOptionSyntax : RankingOptionSyntax
{
    internal DirectionOptionSyntax(SyntaxToken? comma, SyntaxToken direction)
        : base(SyntaxKind.DirectionOption, new ChildListBuilder().AddOptional(comma).Add(direction).ToChildren())
    {
        Comma = comma;
        Direction = direction;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>Which.</summary>
    public SyntaxToken Direction { get; }
}
