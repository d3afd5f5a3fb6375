using System.Collections.Immutable;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>What stands in the body of a framework or of a node.</summary>
internal static class MemberGrammar
{
    private static readonly SyntaxKind[] NodeKeywords =
    [
        SyntaxKind.GrantKeyword, SyntaxKind.AreaKeyword, SyntaxKind.GoalKeyword, SyntaxKind.GroupKeyword,
        SyntaxKind.IndicatorKeyword, SyntaxKind.SeriesKeyword, SyntaxKind.ItemKeyword,
    ];

    private static readonly SyntaxKind[] OptionKeywords =
    [
        SyntaxKind.HighestFirstKeyword, SyntaxKind.LowestFirstKeyword, SyntaxKind.PopulationKeyword,
        SyntaxKind.TiesKeyword, SyntaxKind.RoundingKeyword,
    ];

    private static readonly SyntaxKind[] MemberKeywords =
    [
        .. NodeKeywords, SyntaxKind.PeriodKeyword, SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword,
        SyntaxKind.InputKeyword, SyntaxKind.RankingKeyword, SyntaxKind.TotalKeyword,
    ];

    private static Parser<SyntaxToken> Colon { get; } = Token(SyntaxKind.ColonToken).OrMissing(SyntaxKind.ColonToken);

    private static Parser<ImmutableArray<HeaderPartSyntax>> ColumnParts { get; } = HeaderGrammar.Parts(HeaderOwner.Column);

    private static Parser<ImmutableArray<HeaderPartSyntax>> NodeParts { get; } = HeaderGrammar.Parts(HeaderOwner.Node);

    private static Parser<ImmutableArray<HeaderPartSyntax>> ItemParts { get; } = HeaderGrammar.Parts(HeaderOwner.Item);

    /// <summary>A body in braces; without an opening brace a report and what can be saved.</summary>
    public static Parser<BodySyntax> Body(int headerIndex) => Lazily(() => Blocks.Braces(headerIndex, Member, MemberKeywords, SkipDeclaration))
        .Select(block => new BodySyntax(block.Open, block.Members, block.Close));

    private static Parser<MemberSyntax> Period { get; } = Sequence(
        Token(SyntaxKind.PeriodKeyword),
        ExpressionGrammar.Label,
        Token(SyntaxKind.IncludingPlannedKeyword).OrNone(),
        (keyword, year, planned) => (MemberSyntax)new PeriodClauseSyntax(keyword, year, planned));

    private static Parser<MemberSyntax> NoteClause { get; } = HeaderGrammar.Note.Select(note => (MemberSyntax)new NoteClauseSyntax(note));

    /// <summary>入力.</summary>
    public static Parser<MemberSyntax> Input { get; } = Sequence(
        Token(SyntaxKind.InputKeyword),
        ExpressionGrammar.Label,
        Colon,
        HeaderGrammar.Type,
        ColumnParts,
        (keyword, label, colon, type, parts) => (MemberSyntax)new InputDeclarationSyntax(keyword, label, colon, type, parts));

    private static Parser<MemberSyntax> Total { get; } = Sequence(
        Token(SyntaxKind.TotalKeyword),
        ExpressionGrammar.Label,
        HeaderGrammar.Parts(HeaderOwner.Total),
        Token(SyntaxKind.EqualsToken).OrMissing(SyntaxKind.EqualsToken),
        SeparatedList(HeaderGrammar.PathOrMissing, Token(SyntaxKind.PlusToken)),
        (keyword, label, parts, equals, terms) => (MemberSyntax)new TotalDeclarationSyntax(keyword, label, parts, equals, terms));

    /// <summary>Direction, 母集団, 同点 or 端数 of a ranking, with the comma before it.</summary>
    public static Parser<RankingOptionSyntax> RankingOption { get; } = ParseOption;

    private static Parser<MemberSyntax> Ranking { get; } = Sequence(
        Token(SyntaxKind.RankingKeyword),
        ExpressionGrammar.Expression,
        Star(RankingOption),
        (keyword, value, options) => (MemberSyntax)new RankingClauseSyntax(keyword, value, options));

    /// <summary>A node with its header and body; fails where no node begins.</summary>
    public static Parser<NodeDeclarationSyntax> Node { get; } = Deeper(ParseNode, SkipNode);

    private static Parser<MemberSyntax> Clause { get; } = Switch(
        (NodeKeywords, Node.Select(node => (MemberSyntax)node)),
        ([SyntaxKind.PeriodKeyword], Period),
        ([SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword], NoteClause),
        ([SyntaxKind.InputKeyword], Input),
        ([SyntaxKind.RankingKeyword], Ranking),
        ([SyntaxKind.TotalKeyword], Total));

    /// <summary>A member of a body; fails where none begins.</summary>
    public static Parser<MemberSyntax> Member { get; } = input =>
    {
        var at = input.At();
        return at.Next.Kind == SyntaxKind.ColonToken && SyntaxFacts.CanBeLabel(at.Kind) && Array.IndexOf(MemberKeywords, at.Kind) < 0
            ? InputWithoutKeyword(at)
            : Clause(input);
    };

    // 「名前 : 型」 outside 対象 is an input whose keyword was forgotten; read as one, its name is known to what follows.
    private static IResult<MemberSyntax> InputWithoutKeyword(TokenInput at)
    {
        at.Context.ReportUnexpected(at, SyntaxKind.InputKeyword);
        var keyword = ParseContext.Missing(at, SyntaxKind.InputKeyword);
        return Sequence(
            ExpressionGrammar.Label, Colon, HeaderGrammar.Type, ColumnParts,
            (label, colon, type, parts) => (MemberSyntax)new InputDeclarationSyntax(keyword, label, colon, type, parts))(at);
    }

    private static IResult<NodeDeclarationSyntax> ParseNode(IInput input)
    {
        var keyword = input.At();
        var label = ExpressionGrammar.NodeLabel(keyword.Next);
        var parts = (keyword.Kind == SyntaxKind.ItemKeyword ? ItemParts : NodeParts)(label.Remainder);
        var at = parts.Remainder.At();
        if (at.Kind == SyntaxKind.EqualsToken)
        {
            var reference = ExpressionGrammar.Label(at.Next);
            return Result.Success(
                new NodeDeclarationSyntax(keyword.Token, label.Value, parts.Value, at.Token, reference.Value, null), reference.Remainder);
        }

        if (at.Kind != SyntaxKind.OpenBraceToken && at.Context.Braces.EndOfUnopened(keyword.Position) < 0)
        {
            return Result.Success(new NodeDeclarationSyntax(keyword.Token, label.Value, parts.Value, null, null, null), at);
        }

        var body = Body(keyword.Position)(at);
        return Result.Success(
            new NodeDeclarationSyntax(keyword.Token, label.Value, parts.Value, null, null, body.Value), body.Remainder);
    }

    // Too deep: the header as it is and the body as plain tokens.
    private static IResult<NodeDeclarationSyntax> SkipNode(TokenInput keyword)
    {
        var label = ExpressionGrammar.NodeLabel(keyword.Next);
        var at = label.Remainder.At();
        var skipped = ImmutableArray.CreateBuilder<SyntaxElement>();
        while (!at.AtEnd && !at.StartsLine && at.Kind is not (SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken))
        {
            skipped.Add(at.Token);
            at = at.Next;
        }

        if (at.Kind == SyntaxKind.OpenBraceToken)
        {
            at = Blocks.SkipBraces(at, skipped);
        }

        ImmutableArray<HeaderPartSyntax> parts = skipped.Count == 0 ? [] : [new SkippedPartSyntax(skipped.ToImmutable())];
        return Result.Success(new NodeDeclarationSyntax(keyword.Token, label.Value, parts, null, null, null), at);
    }

    private static IResult<SyntaxElement> SkipDeclaration(TokenInput at) =>
        DeclarationGrammar.Declaration.Select(declaration => (SyntaxElement)declaration)(at);

    private static IResult<RankingOptionSyntax> ParseOption(IInput input)
    {
        var comma = input.At().Kind == SyntaxKind.CommaToken ? input.At().Token : null;
        var at = comma is null ? input.At() : input.At().Next;
        if (Array.IndexOf(OptionKeywords, at.Kind) < 0)
        {
            if (comma is null && (at.StartsLine || at.Kind != SyntaxKind.WordToken))
            {
                return Fail<RankingOptionSyntax>();
            }

            if (!at.Context.TryRepairKeyword(at, OptionKeywords))
            {
                if (!at.StartsLine)
                {
                    at.Context.ReportExpected(at, OptionKeywords);
                }

                return Fail<RankingOptionSyntax>();
            }
        }

        return at.Kind switch
        {
            SyntaxKind.PopulationKeyword => ExpressionGrammar.Expression
                .Select(condition => (RankingOptionSyntax)new PopulationOptionSyntax(comma, at.Token, condition))(at.Next),
            SyntaxKind.TiesKeyword => KeywordOrMissing(SyntaxKind.IncludeKeyword, SyntaxKind.ExcludeKeyword)
                .Select(rule => (RankingOptionSyntax)new TieOptionSyntax(comma, at.Token, rule))(at.Next),
            SyntaxKind.RoundingKeyword => KeywordOrMissing(SyntaxKind.RoundDownKeyword, SyntaxKind.RoundUpKeyword, SyntaxKind.RoundNearestKeyword)
                .Select(rule => (RankingOptionSyntax)new RoundingOptionSyntax(comma, at.Token, rule))(at.Next),
            _ => Result.Success<RankingOptionSyntax>(new DirectionOptionSyntax(comma, at.Token), at.Next),
        };
    }
}
