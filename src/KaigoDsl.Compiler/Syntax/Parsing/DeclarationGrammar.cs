using System.Collections.Immutable;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>What stands at top level.</summary>
internal static class DeclarationGrammar
{
    private static readonly SyntaxKind[] Keywords =
    [
        SyntaxKind.EntityKeyword, SyntaxKind.EnumerationKeyword, SyntaxKind.UnitKeyword, SyntaxKind.ConstantKeyword,
        SyntaxKind.FrameworkKeyword, SyntaxKind.GroupKeyword, SyntaxKind.PublishedKeyword, SyntaxKind.TestKeyword,
        SyntaxKind.DecisionKeyword, SyntaxKind.FormulaKeyword, SyntaxKind.SharesKeyword, SyntaxKind.StepsKeyword,
        SyntaxKind.AllocationKeyword,
    ];

    private static readonly SyntaxKind[] Answers =
    [
        SyntaxKind.MetKeyword, SyntaxKind.NotMetKeyword, SyntaxKind.NotDoneKeyword, SyntaxKind.NotReportedKeyword,
    ];

    private static readonly SyntaxKind[] EntityKeywords = [SyntaxKind.KeyKeyword, SyntaxKind.NameKeyword];

    private static readonly SyntaxKind[] TestKeywords = [SyntaxKind.GivenKeyword, SyntaxKind.ExpectKeyword];

    private static Parser<SyntaxToken> Colon { get; } = Token(SyntaxKind.ColonToken).OrMissing(SyntaxKind.ColonToken);

    private static Parser<SyntaxToken> EqualsSign { get; } = Token(SyntaxKind.EqualsToken).OrMissing(SyntaxKind.EqualsToken);

    private static Parser<MemberSyntax> KeyClause { get; } =
        Sequence(OneOf(EntityKeywords), ExpressionGrammar.Label, (keyword, label) => (MemberSyntax)new KeyClauseSyntax(keyword, label));

    private static Parser<MemberSyntax> Attribute { get; } = Sequence(
        ExpressionGrammar.Label,
        Colon,
        HeaderGrammar.Type,
        HeaderGrammar.Parts(HeaderOwner.Column),
        (label, colon, type, parts) => (MemberSyntax)new AttributeDeclarationSyntax(label, colon, type, parts));

    private static Parser<MemberSyntax> EntityMember { get; } = ParseEntityMember;

    private static Parser<MemberSyntax> EnumerationMember { get; } = StartingWithLabel(Sequence(
        ExpressionGrammar.NodeLabel,
        HeaderGrammar.Parts(HeaderOwner.EnumerationMember),
        (label, parts) => (MemberSyntax)new EnumerationMemberSyntax(label, parts)));

    private static Parser<MemberSyntax> PublishedValue { get; } = StartingWithLabel(Sequence(
        ExpressionGrammar.Path,
        Token(SyntaxKind.MinusToken).OrNone(),
        HeaderGrammar.Number,
        (path, sign, value) => (MemberSyntax)new PublishedValueSyntax(path, sign, value)));

    private static Parser<MemberSyntax> GivenValue { get; } = StartingWithLabel(ParseGivenValue);

    private static Parser<MemberSyntax> Given { get; } = ParseGiven;

    private static Parser<MemberSyntax> Expect { get; } = Sequence(
        Token(SyntaxKind.ExpectKeyword), ExpressionGrammar.Expression, (keyword, condition) => (MemberSyntax)new ExpectClauseSyntax(keyword, condition));

    private static Parser<MemberSyntax> TestMember { get; } = Switch(([SyntaxKind.GivenKeyword], Given), ([SyntaxKind.ExpectKeyword], Expect));

    private static Parser<DeclarationSyntax> Entity { get; } = input =>
    {
        var header = ReadHeader(input, HeaderOwner.Entity);
        return Block(input, header.After, EntityMember, EntityKeywords, block =>
            new EntityDeclarationSyntax(header.Keyword, header.Label, header.Parts, block.Open, block.Members, block.Close));
    };

    private static Parser<DeclarationSyntax> Enumeration { get; } = input =>
    {
        var header = ReadHeader(input, HeaderOwner.Enumeration);
        return Block(input, header.After, EnumerationMember, [], block =>
            new EnumerationDeclarationSyntax(header.Keyword, header.Label, header.Parts, block.Open, block.Members, block.Close));
    };

    private static Parser<DeclarationSyntax> Unit { get; } = Sequence(
        Token(SyntaxKind.UnitKeyword),
        ExpressionGrammar.Label,
        HeaderGrammar.Parts(HeaderOwner.Unit),
        (keyword, label, parts) => (DeclarationSyntax)new UnitDeclarationSyntax(keyword, label, parts));

    private static Parser<DeclarationSyntax> Constant { get; } = Sequence(
        Token(SyntaxKind.ConstantKeyword),
        ExpressionGrammar.Label,
        EqualsSign,
        ExpressionGrammar.Expression,
        HeaderGrammar.Parts(HeaderOwner.Constant),
        (keyword, label, equals, value, parts) => (DeclarationSyntax)new ConstantDeclarationSyntax(keyword, label, equals, value, parts));

    private static Parser<DeclarationSyntax> Framework { get; } = input =>
    {
        var keyword = input.At();
        var (year, entity, rest) = ReadYearAndEntity(keyword);
        var parts = HeaderGrammar.Parts(HeaderOwner.Framework)(rest);
        var body = MemberGrammar.Body(keyword.Position)(parts.Remainder);
        return Result.Success<DeclarationSyntax>(
            new FrameworkDeclarationSyntax(keyword.Token, year, entity, parts.Value, body.Value), body.Remainder);
    };

    private static Parser<DeclarationSyntax> SharedGroup { get; } =
        Lazily(() => MemberGrammar.Node).Select(node => (DeclarationSyntax)new SharedGroupDeclarationSyntax(node));

    private static Parser<DeclarationSyntax> Published { get; } = input =>
    {
        var keyword = input.At();
        var (year, entity, rest) = ReadYearAndEntity(keyword);
        var parts = HeaderGrammar.Parts(HeaderOwner.Published)(rest);
        return Block(input, parts.Remainder.At(), PublishedValue, [], block =>
            new PublishedDeclarationSyntax(keyword.Token, year, entity, parts.Value, block.Open, block.Members, block.Close));
    };

    private static Parser<DeclarationSyntax> Test { get; } = input =>
    {
        var title = HeaderGrammar.Text(input.Advance());
        return Block(input, title.Remainder.At(), TestMember, TestKeywords, block =>
            new TestDeclarationSyntax(input.At().Token, title.Value, block.Open, block.Members, block.Close));
    };

    /// <summary>A declaration; fails where none begins.</summary>
    public static Parser<DeclarationSyntax> Declaration { get; } = Deeper(
        Switch(
            ([SyntaxKind.EntityKeyword], Entity),
            ([SyntaxKind.EnumerationKeyword], Enumeration),
            ([SyntaxKind.UnitKeyword], Unit),
            ([SyntaxKind.ConstantKeyword], Constant),
            ([SyntaxKind.FrameworkKeyword], Framework),
            ([SyntaxKind.GroupKeyword], SharedGroup),
            ([SyntaxKind.PublishedKeyword], Published),
            ([SyntaxKind.TestKeyword], Test),
            ([SyntaxKind.AllocationKeyword], Lazily(() => AllocationGrammar.Allocation)),
            ([SyntaxKind.DecisionKeyword], Lazily(() => RuleGrammar.Decision)),
            ([SyntaxKind.FormulaKeyword], Lazily(() => RuleGrammar.Formula)),
            ([SyntaxKind.SharesKeyword], Lazily(() => RuleGrammar.Shares)),
            ([SyntaxKind.StepsKeyword], Lazily(() => RuleGrammar.Steps))),
        at => Fail<DeclarationSyntax>());

    /// <summary>A whole file.</summary>
    public static Parser<CompilationUnitSyntax> File { get; } = ParseFile;

    private static IResult<CompilationUnitSyntax> ParseFile(IInput input)
    {
        var declarations = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        var at = input.At();
        var isInMisplaced = false;
        while (!at.AtEnd)
        {
            at.Context.BeginMember();
            if (Declaration(at) is { WasSuccessful: true } result)
            {
                declarations.Add(result.Value);
                at = result.Remainder.At();
                isInMisplaced = false;
                continue;
            }

            if (at.StartsLine && at.Context.TryRepairKeyword(at, Keywords))
            {
                continue;
            }

            var skipped = ImmutableArray.CreateBuilder<SyntaxElement>();
            at = Skip(at, skipped, isInMisplaced);
            isInMisplaced |= skipped[0] is SyntaxNode;
            declarations.Add(new SkippedDeclarationSyntax(skipped.ToImmutable()));
        }

        return Result.Success(new CompilationUnitSyntax(declarations.ToImmutable(), at.Token), at);
    }

    // Members at top level usually mean one brace too many above them: one report for all that follow each other.
    private static TokenInput Skip(TokenInput at, ImmutableArray<SyntaxElement>.Builder skipped, bool isInMisplaced)
    {
        if (at.Kind is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken)
        {
            at.Context.ReportUnmatched(at);
            skipped.Add(at.Token);
            return at.Next;
        }

        if (at.Kind is SyntaxKind.SemicolonToken or SyntaxKind.CommaToken)
        {
            skipped.Add(at.Token);
            return at.Next;
        }

        if (!isInMisplaced)
        {
            at.Context.ReportUnexpected(at, Keywords);
        }

        if (MemberGrammar.Member(at) is { WasSuccessful: true } member && !ReferenceEquals(member.Remainder, at))
        {
            skipped.Add(member.Value);
            return member.Remainder.At();
        }

        do
        {
            if (at.Kind == SyntaxKind.OpenBraceToken)
            {
                at = Blocks.SkipBraces(at, skipped);
            }
            else
            {
                skipped.Add(at.Token);
                at = at.Next;
            }
        }
        while (!at.AtEnd && !at.StartsLine && at.Kind != SyntaxKind.CloseBraceToken && Array.IndexOf(Keywords, at.Kind) < 0);

        return at;
    }

    private static (SyntaxToken Keyword, LabelSyntax Label, ImmutableArray<HeaderPartSyntax> Parts, TokenInput After) ReadHeader(
        IInput input, HeaderOwner owner)
    {
        var label = ExpressionGrammar.Label(input.Advance());
        var parts = HeaderGrammar.Parts(owner)(label.Remainder);
        return (input.At().Token, label.Value, parts.Value, parts.Remainder.At());
    }

    private static (LabelSyntax Year, LabelSyntax Entity, IInput After) ReadYearAndEntity(TokenInput keyword)
    {
        var year = ExpressionGrammar.Label(keyword.Next);
        var entity = ExpressionGrammar.NodeLabel(year.Remainder);
        return (year.Value, entity.Value, entity.Remainder);
    }

    private static IResult<DeclarationSyntax> Block(
        IInput header, TokenInput at, Parser<MemberSyntax> member, SyntaxKind[] keywords, Func<Blocks.Block, DeclarationSyntax> build)
    {
        var block = Blocks.Braces(header.Position, member, keywords, SkipDeclaration)(at);
        return Result.Success(build(block.Value), block.Remainder);
    }

    private static IResult<SyntaxElement> SkipDeclaration(TokenInput at) => Declaration.Select(declaration => (SyntaxElement)declaration)(at);

    private static IResult<MemberSyntax> ParseEntityMember(IInput input)
    {
        var at = input.At();
        if (at.Next.Kind == SyntaxKind.ColonToken && SyntaxFacts.CanBeLabel(at.Kind))
        {
            return Attribute(input);
        }

        if (Array.IndexOf(EntityKeywords, at.Kind) >= 0)
        {
            return KeyClause(input);
        }

        // A label with a type behind it lacks the colon; anything else is for the recovery to look at.
        var looksLikeAttribute = at.Kind == SyntaxKind.WordToken && !at.Next.StartsLine
            && (SyntaxFacts.FindUnit(at.Next.Token.Text) is not null
                || at.Next.Kind is SyntaxKind.BooleanKeyword or SyntaxKind.TextKeyword or SyntaxKind.FiscalYearKeyword
                    or SyntaxKind.DateKeyword or SyntaxKind.EntityKeyword);
        return looksLikeAttribute ? Attribute(input) : Fail<MemberSyntax>();
    }

    private static Parser<MemberSyntax> StartingWithLabel(Parser<MemberSyntax> parser) => input =>
        SyntaxFacts.CanBeLabel(input.At().Kind) && !StartsDeclaration(input.At()) ? parser(input) : Fail<MemberSyntax>();

    private static bool StartsDeclaration(TokenInput at) =>
        at.StartsLine && at.Next.Kind != SyntaxKind.DotToken && SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Declaration };

    private static IResult<MemberSyntax> ParseGiven(IInput input)
    {
        var keyword = input.At();
        var at = keyword.Next;
        var framework = SyntaxFacts.CanBeLabel(at.Kind) && !ExpressionGrammar.BeginsMember(at)
            ? ExpressionGrammar.Path(at)
            : ExpressionGrammar.Label.Select(label => new PathSyntax([label]))(at);
        var block = Blocks.Braces(keyword.Position, GivenValue, [], SkipDeclaration)(framework.Remainder);
        return Result.Success<MemberSyntax>(
            new GivenClauseSyntax(keyword.Token, framework.Value, block.Value.Open, block.Value.Members, block.Value.Close), block.Remainder);
    }

    private static IResult<MemberSyntax> ParseGivenValue(IInput input)
    {
        var path = ExpressionGrammar.Path(input);
        var at = path.Remainder.At();
        if (at.Kind == SyntaxKind.EqualsToken)
        {
            var value = ExpressionGrammar.Expression(at.Next);
            return Result.Success<MemberSyntax>(new GivenValueSyntax(path.Value, at.Token, null, value.Value), value.Remainder);
        }

        var answer = KeywordOrMissing([.. Answers, SyntaxKind.EqualsToken])(at);
        return Result.Success<MemberSyntax>(new GivenValueSyntax(path.Value, null, answer.Value, null), answer.Remainder);
    }
}
