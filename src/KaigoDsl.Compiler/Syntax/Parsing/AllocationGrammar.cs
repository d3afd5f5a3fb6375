using System.Collections.Immutable;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>配分: its header, its members and those of its 枠.</summary>
internal static class AllocationGrammar
{
    private static readonly SyntaxKind[] Keywords =
    [
        SyntaxKind.PoolKeyword, SyntaxKind.GateKeyword, SyntaxKind.TransitionKeyword, SyntaxKind.RoundingKeyword, SyntaxKind.CapKeyword,
        SyntaxKind.FloorKeyword, SyntaxKind.RedistributionKeyword, SyntaxKind.ResidueKeyword, .. RuleGrammar.SharedKeywords,
    ];

    private static readonly SyntaxKind[] PoolKeywords =
    [
        SyntaxKind.EntityKeyword, SyntaxKind.SizeKeyword, SyntaxKind.ClassBudgetsKeyword, SyntaxKind.ProportionalKeyword,
        SyntaxKind.EqualKeyword, SyntaxKind.RoundingKeyword, SyntaxKind.CapKeyword, SyntaxKind.FloorKeyword,
        SyntaxKind.RedistributionKeyword, SyntaxKind.ResidueKeyword, SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword,
    ];

    /// <summary>仮定 and 出典 behind a clause.</summary>
    private static Parser<ImmutableArray<NotePartSyntax>> Notes { get; } = Star(HeaderGrammar.Note);

    private static Parser<MemberSyntax> Note { get; } = HeaderGrammar.Note.Select(note => (MemberSyntax)new NoteClauseSyntax(note));

    private static Parser<ImmutableArray<HeaderPartSyntax>> AllocationParts { get; } = HeaderGrammar.Parts(HeaderOwner.Allocation);

    private static Parser<ImmutableArray<HeaderPartSyntax>> PoolParts { get; } = HeaderGrammar.Parts(HeaderOwner.Pool);

    private static Parser<ImmutableArray<HeaderPartSyntax>> ClassParts { get; } = HeaderGrammar.Parts(HeaderOwner.SizeClass);

    private static Parser<MemberSyntax> Gate { get; } = Sequence(
        Token(SyntaxKind.GateKeyword),
        ExpressionGrammar.Label,
        KeywordOrMissing(SyntaxKind.LeaveBaseKeyword, SyntaxKind.LeaveUnpaidKeyword),
        Notes,
        (keyword, decision, effect, notes) => (MemberSyntax)new GateClauseSyntax(keyword, decision, effect, notes));

    private static Parser<MemberSyntax> Limit { get; } = Sequence(
        OneOf(SyntaxKind.CapKeyword, SyntaxKind.FloorKeyword),
        ExpressionGrammar.Expression,
        Notes,
        (keyword, amount, notes) => (MemberSyntax)new AmountLimitClauseSyntax(keyword, amount, notes));

    private static Parser<MemberSyntax> Transition { get; } = input =>
    {
        var previous = ExpressionGrammar.Expression(input.Advance());
        var comma = Token(SyntaxKind.CommaToken).OrNone()(previous.Remainder);
        var share = ExpressionGrammar.Expression(comma.Remainder);
        var normalised = Token(SyntaxKind.NormalisedKeyword).OrNone()(share.Remainder);
        var notes = Notes(normalised.Remainder);
        return Result.Success<MemberSyntax>(
            new TransitionClauseSyntax(input.At().Token, previous.Value, comma.Value, share.Value, normalised.Value, notes.Value), notes.Remainder);
    };

    private static Parser<MemberSyntax> Participants { get; } = Sequence(
        Token(SyntaxKind.EntityKeyword),
        ExpressionGrammar.Expression,
        Notes,
        (keyword, condition, notes) => (MemberSyntax)new ParticipantsClauseSyntax(keyword, condition, notes));

    private static Parser<MemberSyntax> Proportional { get; } = Sequence(
        Token(SyntaxKind.ProportionalKeyword),
        ExpressionGrammar.Expression,
        Notes,
        (keyword, weight, notes) => (MemberSyntax)new ProportionalClauseSyntax(keyword, weight, notes));

    private static Parser<MemberSyntax> ClassBudgets { get; } = Sequence(
        Token(SyntaxKind.ClassBudgetsKeyword),
        ExpressionGrammar.Expression,
        KeywordOrMissing(SyntaxKind.ProportionalToKeyword),
        Notes,
        (keyword, measure, proportionalTo, notes) => (MemberSyntax)new ClassBudgetsClauseSyntax(keyword, measure, proportionalTo, notes));

    private static Parser<MemberSyntax> SizeClass { get; } = ParseSizeClass;

    private static Parser<MemberSyntax> SizeMember { get; } = Switch(([SyntaxKind.ClassKeyword], SizeClass));

    private static Parser<MemberSyntax> Size { get; } = input =>
    {
        var measure = ExpressionGrammar.Expression(input.Advance());
        var notes = Notes(measure.Remainder);
        var block = Blocks.Braces(input.Position, SizeMember, [SyntaxKind.ClassKeyword], SkipDeclaration)(notes.Remainder);
        return Result.Success<MemberSyntax>(
            new SizeClauseSyntax(input.At().Token, measure.Value, notes.Value, block.Value.Open, block.Value.Members, block.Value.Close),
            block.Remainder);
    };

    private static Parser<MemberSyntax> Condition { get; } = Sequence(
        Token(SyntaxKind.ConditionKeyword),
        ExpressionGrammar.NodeLabel,
        HeaderGrammar.Parts(HeaderOwner.Clause),
        (keyword, label, parts) => (MemberSyntax)new EqualConditionSyntax(keyword, label, parts));

    private static Parser<MemberSyntax> EqualMember { get; } = Switch(([SyntaxKind.ConditionKeyword], Condition));

    private static Parser<MemberSyntax> Equal { get; } = input =>
    {
        var keyword = input.At();
        var notes = Notes(keyword.Next);
        var body = OptionalBody(keyword, notes.Remainder.At(), EqualMember, [SyntaxKind.ConditionKeyword]);
        return Result.Success<MemberSyntax>(new EqualClauseSyntax(keyword.Token, notes.Value, body.Value), body.Remainder);
    };

    private static Parser<MemberSyntax> PoolMember { get; } = Switch(
        ([SyntaxKind.EntityKeyword], Participants),
        ([SyntaxKind.SizeKeyword], Size),
        ([SyntaxKind.ClassBudgetsKeyword], ClassBudgets),
        ([SyntaxKind.ProportionalKeyword], Proportional),
        ([SyntaxKind.EqualKeyword], Equal),
        ([SyntaxKind.CapKeyword, SyntaxKind.FloorKeyword], Limit),
        ([SyntaxKind.RoundingKeyword], Lazily(() => AmountGrammar.Rounding)),
        ([SyntaxKind.RedistributionKeyword], Lazily(() => AmountGrammar.Redistribution)),
        ([SyntaxKind.ResidueKeyword], Lazily(() => AmountGrammar.Residue)),
        ([SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword], Note));

    private static Parser<MemberSyntax> Pool { get; } = input =>
    {
        var keyword = input.At();
        var label = ExpressionGrammar.NodeLabel(keyword.Next);
        var parts = PoolParts(label.Remainder);
        var body = OptionalBody(keyword, parts.Remainder.At(), PoolMember, PoolKeywords);
        return Result.Success<MemberSyntax>(new PoolDeclarationSyntax(keyword.Token, label.Value, parts.Value, body.Value), body.Remainder);
    };

    private static Parser<MemberSyntax> Clause { get; } = Switch(
        ([SyntaxKind.PoolKeyword], Pool),
        ([SyntaxKind.GateKeyword], Gate),
        ([SyntaxKind.TransitionKeyword], Transition),
        ([SyntaxKind.CapKeyword, SyntaxKind.FloorKeyword], Limit),
        ([SyntaxKind.RoundingKeyword], Lazily(() => AmountGrammar.Rounding)),
        ([SyntaxKind.RedistributionKeyword], Lazily(() => AmountGrammar.Redistribution)),
        ([SyntaxKind.ResidueKeyword], Lazily(() => AmountGrammar.Residue)));

    private static Parser<MemberSyntax> Member { get; } = input =>
        Array.IndexOf(RuleGrammar.SharedKeywords, input.At().Kind) >= 0 ? RuleGrammar.SharedMember(input) : Clause(input);

    /// <summary>An allocation.</summary>
    public static Parser<DeclarationSyntax> Allocation { get; } = input =>
    {
        var keyword = input.At();
        keyword.Context.BeginRules(keyword);
        var year = ExpressionGrammar.Label(keyword.Next);
        var entity = ExpressionGrammar.NodeLabel(year.Remainder);
        var label = ExpressionGrammar.NodeLabel(entity.Remainder);
        var parts = AllocationParts(label.Remainder);
        var block = Blocks.Braces(keyword.Position, Member, Keywords, SkipDeclaration)(parts.Remainder);
        var body = new BodySyntax(block.Value.Open, block.Value.Members, block.Value.Close);
        return Result.Success<DeclarationSyntax>(
            new AllocationDeclarationSyntax(keyword.Token, year.Value, entity.Value, label.Value, parts.Value, body), block.Remainder);
    };

    private static IResult<BodySyntax?> OptionalBody(TokenInput keyword, TokenInput at, Parser<MemberSyntax> member, SyntaxKind[] keywords)
    {
        if (at.Kind != SyntaxKind.OpenBraceToken && at.Context.Braces.EndOfUnopened(keyword.Position) < 0)
        {
            return Result.Success<BodySyntax?>(null, at);
        }

        var block = Blocks.Braces(keyword.Position, member, keywords, SkipDeclaration)(at);
        return Result.Success<BodySyntax?>(new BodySyntax(block.Value.Open, block.Value.Members, block.Value.Close), block.Remainder);
    }

    // 以上 alone, 10万人以上, 3千人未満, or 3千人以上 1万人未満. What follows a lower boundary and is no upper one is the budget.
    private static IResult<MemberSyntax> ParseSizeClass(IInput input)
    {
        var keyword = input.At();
        var label = ExpressionGrammar.NodeLabel(keyword.Next);
        var at = label.Remainder.At();
        if (at.Kind == SyntaxKind.AndAboveKeyword)
        {
            var open = ClassParts(at.Next);
            return Result.Success<MemberSyntax>(
                new SizeClassSyntax(keyword.Token, label.Value, null, at.Token, null, null, open.Value), open.Remainder);
        }

        var boundary = ExpressionGrammar.Expression(at);
        var relation = KeywordOrMissing(SyntaxKind.BelowKeyword, SyntaxKind.AndAboveKeyword)(boundary.Remainder);
        at = relation.Remainder.At();
        if (relation.Value.Kind != SyntaxKind.AndAboveKeyword)
        {
            var below = ClassParts(at);
            return Result.Success<MemberSyntax>(
                new SizeClassSyntax(keyword.Token, label.Value, null, null, boundary.Value, relation.Value, below.Value), below.Remainder);
        }

        if (at.StartsLine || at.Kind is not (SyntaxKind.NumberToken or SyntaxKind.OpenParenToken))
        {
            var last = ClassParts(at);
            return Result.Success<MemberSyntax>(
                new SizeClassSyntax(keyword.Token, label.Value, boundary.Value, relation.Value, null, null, last.Value), last.Remainder);
        }

        var next = ExpressionGrammar.Expression(at);
        var upper = Token(SyntaxKind.BelowKeyword).OrNone()(next.Remainder);
        var parts = ClassParts(upper.Remainder);
        return Result.Success<MemberSyntax>(
            upper.Value is { } token
                ? new SizeClassSyntax(keyword.Token, label.Value, boundary.Value, relation.Value, next.Value, token, parts.Value)
                : new SizeClassSyntax(
                    keyword.Token, label.Value, boundary.Value, relation.Value, null, null, parts.Value.Insert(0, new BudgetPartSyntax(next.Value))),
            parts.Remainder);
    }

    private static IResult<SyntaxElement> SkipDeclaration(TokenInput at) =>
        DeclarationGrammar.Declaration.Select(declaration => (SyntaxElement)declaration)(at);
}
