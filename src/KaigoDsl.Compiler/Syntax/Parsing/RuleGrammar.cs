using System.Collections.Immutable;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>判定, 算式, 割合表 and 段階, and the members that rules share with allocations: 入力, 値, 順位 with a name, notes.</summary>
internal static class RuleGrammar
{
    /// <summary>What may begin a member that rules and allocations share.</summary>
    public static readonly SyntaxKind[] SharedKeywords =
    [
        SyntaxKind.InputKeyword, SyntaxKind.ValueKeyword, SyntaxKind.RankingKeyword, SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword,
    ];

    private static readonly SyntaxKind[] DecisionKeywords = [SyntaxKind.MetKeyword, SyntaxKind.NotMetKeyword, .. SharedKeywords];

    private static readonly SyntaxKind[] FormulaKeywords = [SyntaxKind.EqualsToken, .. SharedKeywords];

    private static readonly SyntaxKind[] Relations = [SyntaxKind.BelowKeyword, SyntaxKind.AtMostKeyword, SyntaxKind.AndAboveKeyword];

    private static Parser<SyntaxToken> Colon { get; } = Token(SyntaxKind.ColonToken).OrMissing(SyntaxKind.ColonToken);

    private static Parser<SyntaxToken> Arrow { get; } = Token(SyntaxKind.ArrowToken).OrMissing(SyntaxKind.ArrowToken);

    private static Parser<SyntaxToken> EqualsSign { get; } = Token(SyntaxKind.EqualsToken).OrMissing(SyntaxKind.EqualsToken);

    private static Parser<SyntaxToken> Order { get; } = OneOf(SyntaxKind.AscendingKeyword, SyntaxKind.DescendingKeyword);

    private static Parser<ImmutableArray<HeaderPartSyntax>> RuleParts { get; } = HeaderGrammar.Parts(HeaderOwner.Rule);

    private static Parser<ImmutableArray<HeaderPartSyntax>> MemberParts { get; } = HeaderGrammar.Parts(HeaderOwner.RuleMember);

    private static Parser<ImmutableArray<HeaderPartSyntax>> ClauseParts { get; } = HeaderGrammar.Parts(HeaderOwner.Clause);

    private static Parser<MemberSyntax> Note { get; } = HeaderGrammar.Note.Select(note => (MemberSyntax)new NoteClauseSyntax(note));

    private static Parser<MemberSyntax> Value { get; } = ParseValue;

    // 端数 without a comma before it is the next clause of an allocation.
    private static Parser<ImmutableArray<RankingOptionSyntax>> StandingOptions { get; } =
        Star<RankingOptionSyntax>(input => input.At().Kind == SyntaxKind.RoundingKeyword ? Fail<RankingOptionSyntax>() : MemberGrammar.RankingOption(input));

    private static Parser<MemberSyntax> Standing { get; } = Sequence(
        Token(SyntaxKind.RankingKeyword),
        ExpressionGrammar.Label,
        ExpressionGrammar.Expression,
        StandingOptions,
        (keyword, label, value, options) => (MemberSyntax)new StandingDeclarationSyntax(keyword, label, value, options));

    /// <summary>入力, 値, 順位 with a name, 仮定 or 出典; fails where none begins.</summary>
    public static Parser<MemberSyntax> SharedMember { get; } = Switch(
        ([SyntaxKind.InputKeyword], Lazily(() => MemberGrammar.Input)),
        ([SyntaxKind.ValueKeyword], Value),
        ([SyntaxKind.RankingKeyword], Standing),
        ([SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword], Note));

    private static Parser<MemberSyntax> Clause { get; } = ParseClause;

    private static Parser<MemberSyntax> ResultMember { get; } = Sequence(
        Token(SyntaxKind.EqualsToken), ExpressionGrammar.Expression, (equals, value) => (MemberSyntax)new FormulaResultSyntax(equals, value));

    private static Parser<MemberSyntax> DecisionMember { get; } = input =>
        input.At().Kind is SyntaxKind.MetKeyword or SyntaxKind.NotMetKeyword ? Clause(input) : SharedMember(input);

    private static Parser<MemberSyntax> FormulaMember { get; } = input =>
        input.At().Kind == SyntaxKind.EqualsToken ? ResultMember(input) : SharedMember(input);

    private static Parser<MemberSyntax> ShareEntry { get; } = input =>
    {
        var at = input.At();
        if (!SyntaxFacts.CanBeLabel(at.Kind) || ExpressionGrammar.BeginsMember(at))
        {
            return Fail<MemberSyntax>();
        }

        return Sequence(
            ExpressionGrammar.Label,
            ExpressionGrammar.Expression,
            MemberParts,
            (label, value, parts) => (MemberSyntax)new ShareEntrySyntax(label, value, parts))(input);
    };

    private static Parser<MemberSyntax> StepRow { get; } = ParseStepRow;

    /// <summary>A decision.</summary>
    public static Parser<DeclarationSyntax> Decision { get; } = input =>
    {
        var header = ReadHeader(input);
        var entity = ExpressionGrammar.NodeLabel(header.After);
        var parts = RuleParts(entity.Remainder);
        return Block(input, parts.Remainder, DecisionMember, DecisionKeywords, block => new DecisionDeclarationSyntax(
            header.Keyword, header.Label, entity.Value, parts.Value, block.Open, block.Members, block.Close));
    };

    /// <summary>A formula.</summary>
    public static Parser<DeclarationSyntax> Formula { get; } = ParseFormula;

    /// <summary>A table of shares.</summary>
    public static Parser<DeclarationSyntax> Shares { get; } = input =>
    {
        var header = ReadHeader(input);
        var parts = RuleParts(header.After);
        return Block(input, parts.Remainder, ShareEntry, [], block =>
            new ShareTableDeclarationSyntax(header.Keyword, header.Label, parts.Value, block.Open, block.Members, block.Close));
    };

    /// <summary>A step table.</summary>
    public static Parser<DeclarationSyntax> Steps { get; } = input =>
    {
        var header = ReadHeader(input);
        var parts = RuleParts(header.After);
        var colon = Colon(parts.Remainder);
        var argument = HeaderGrammar.Type(colon.Remainder);
        var arrow = Arrow(argument.Remainder);
        var result = HeaderGrammar.Type(arrow.Remainder);
        var order = Order.OrNone()(result.Remainder);
        var later = RuleParts(order.Remainder);
        return Block(input, later.Remainder, StepRow, [SyntaxKind.AndAboveKeyword], block => new StepTableDeclarationSyntax(
            header.Keyword, header.Label, parts.Value, colon.Value, argument.Value, arrow.Value, result.Value, order.Value, later.Value,
            block.Open, block.Members, block.Close));
    };

    // The words of rules are keywords from here on, so this must come before the label is read.
    private static (SyntaxToken Keyword, LabelSyntax Label, IInput After) ReadHeader(IInput input)
    {
        var keyword = input.At();
        keyword.Context.BeginRules(keyword);
        var label = ExpressionGrammar.Label(keyword.Next);
        return (keyword.Token, label.Value, label.Remainder);
    }

    private static IResult<DeclarationSyntax> Block(
        IInput header, IInput at, Parser<MemberSyntax> member, SyntaxKind[] keywords, Func<Blocks.Block, DeclarationSyntax> build)
    {
        var block = Blocks.Braces(header.Position, member, keywords, SkipDeclaration)(at);
        return Result.Success(build(block.Value), block.Remainder);
    }

    private static IResult<SyntaxElement> SkipDeclaration(TokenInput at) =>
        DeclarationGrammar.Declaration.Select(declaration => (SyntaxElement)declaration)(at);

    private static IResult<DeclarationSyntax> ParseFormula(IInput input)
    {
        var header = ReadHeader(input);
        var entity = ExpressionGrammar.NodeLabel(header.After);
        var parts = RuleParts(entity.Remainder);
        var colon = Colon(parts.Remainder);
        var type = HeaderGrammar.Type(colon.Remainder);
        var later = RuleParts(type.Remainder);
        var at = later.Remainder.At();
        if (at.Kind == SyntaxKind.OpenBraceToken || (at.Kind != SyntaxKind.EqualsToken && at.Context.Braces.EndOfUnopened(input.Position) >= 0))
        {
            at.Context.EqualsBeginsMember = true;
            var block = Blocks.Braces(input.Position, FormulaMember, FormulaKeywords, SkipDeclaration)(at);
            at.Context.EqualsBeginsMember = false;
            var body = new BodySyntax(block.Value.Open, block.Value.Members, block.Value.Close);
            return Result.Success<DeclarationSyntax>(
                new FormulaDeclarationSyntax(
                    header.Keyword, header.Label, entity.Value, parts.Value, colon.Value, type.Value, later.Value, null, null, [], body),
                block.Remainder);
        }

        var equals = Token(SyntaxKind.EqualsToken).OrMissing(SyntaxKind.EqualsToken, SyntaxKind.OpenBraceToken)(at);
        var value = ExpressionGrammar.Expression(equals.Remainder);
        var last = MemberParts(value.Remainder);
        return Result.Success<DeclarationSyntax>(
            new FormulaDeclarationSyntax(
                header.Keyword, header.Label, entity.Value, parts.Value, colon.Value, type.Value, later.Value, equals.Value, value.Value, last.Value, null),
            last.Remainder);
    }

    private static IResult<MemberSyntax> ParseValue(IInput input)
    {
        var keyword = input.At();
        var label = ExpressionGrammar.Label(keyword.Next);
        var at = label.Remainder.At();
        SyntaxToken? colon = null;
        TypeSyntax? type = null;
        if (at.Kind == SyntaxKind.ColonToken)
        {
            colon = at.Token;
            var read = HeaderGrammar.Type(at.Next);
            type = read.Value;
            at = read.Remainder.At();
        }

        var equals = EqualsSign(at);
        var value = ExpressionGrammar.Expression(equals.Remainder);
        var parts = MemberParts(value.Remainder);
        return Result.Success<MemberSyntax>(
            new ValueDeclarationSyntax(keyword.Token, label.Value, colon, type, equals.Value, value.Value, parts.Value), parts.Remainder);
    }

    // (1) directly behind 該当 is the clause's label; a condition that is one name in brackets must be written without them.
    private static IResult<MemberSyntax> ParseClause(IInput input)
    {
        var keyword = input.At();
        var open = keyword.Next;
        var isLabelled = open.Kind == SyntaxKind.OpenParenToken && SyntaxFacts.CanBeLabel(open.Next.Kind)
            && open.Next.Next.Kind == SyntaxKind.CloseParenToken;
        if (!isLabelled)
        {
            var unlabelled = ClauseParts(open);
            return Result.Success<MemberSyntax>(
                new DecisionClauseSyntax(keyword.Token, null, null, null, unlabelled.Value), unlabelled.Remainder);
        }

        var label = ExpressionGrammar.Label(open.Next);
        var close = open.Next.Next;
        var parts = ClauseParts(close.Next);
        return Result.Success<MemberSyntax>(
            new DecisionClauseSyntax(keyword.Token, open.Token, label.Value, close.Token, parts.Value), parts.Remainder);
    }

    private static IResult<MemberSyntax> ParseStepRow(IInput input)
    {
        var at = input.At();
        ExpressionSyntax? boundary = null;
        if (at.Kind != SyntaxKind.AndAboveKeyword)
        {
            if (at.Kind != SyntaxKind.StringToken && (!ExpressionGrammar.StartsExpression(at) || ExpressionGrammar.BeginsMember(at)))
            {
                return Fail<MemberSyntax>();
            }

            var read = ExpressionGrammar.Expression(at);
            boundary = read.Value;
            at = read.Remainder.At();
        }

        var relation = KeywordOrMissing(Relations)(at);
        var value = ExpressionGrammar.Expression(relation.Remainder);
        var parts = MemberParts(value.Remainder);
        return Result.Success<MemberSyntax>(new StepRowSyntax(boundary, relation.Value, value.Value, parts.Value), parts.Remainder);
    }
}
