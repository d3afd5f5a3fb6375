namespace KaigoDsl.Compiler.Syntax;

/// <summary>対象: among whom.</summary>
public sealed class RedistributionParticipantsSyntax : RedistributionOptionSyntax
{
    internal RedistributionParticipantsSyntax(SyntaxToken? comma, SyntaxToken keyword, SyntaxToken? uncapped, ExpressionSyntax? condition)
        : base(SyntaxKind.RedistributionParticipants, new ChildListBuilder().AddOptional(comma).Add(keyword).AddOptional(uncapped).AddOptional(condition).ToChildren())
    {
        Comma = comma;
        Keyword = keyword;
        Uncapped = uncapped;
        Condition = condition;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>対象.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>上限未満.</summary>
    public SyntaxToken? Uncapped { get; }

    /// <summary>A condition.</summary>
    public ExpressionSyntax? Condition { get; }
}
