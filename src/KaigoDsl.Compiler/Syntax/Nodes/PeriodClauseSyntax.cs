namespace KaigoDsl.Compiler.Syntax;

/// <summary>時点: when what is evaluated took place.</summary>
public sealed class PeriodClauseSyntax : MemberSyntax
{
    internal PeriodClauseSyntax(SyntaxToken keyword, LabelSyntax year, SyntaxToken? includingPlanned)
        : base(SyntaxKind.PeriodClause, new ChildListBuilder().Add(keyword).Add(year).AddOptional(includingPlanned).ToChildren())
    {
        Keyword = keyword;
        Year = year;
        IncludingPlanned = includingPlanned;
    }

    /// <summary>時点.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>2024年度, 令和6年度.</summary>
    public LabelSyntax Year { get; }

    /// <summary>予定を含む.</summary>
    public SyntaxToken? IncludingPlanned { get; }
}
