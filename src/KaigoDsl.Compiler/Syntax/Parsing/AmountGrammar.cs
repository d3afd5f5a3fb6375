using System.Collections.Immutable;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>What is done to amounts, in an allocation as in its 枠: 端数, 再配分, 残余.</summary>
internal static class AmountGrammar
{
    private static readonly SyntaxKind[] Targets =
    [
        SyntaxKind.AmountKeyword, SyntaxKind.ShareOfWeightKeyword, SyntaxKind.ClassBudgetsKeyword, SyntaxKind.SumKeyword,
    ];

    private static readonly SyntaxKind[] Directions =
    [
        SyntaxKind.RoundDownKeyword, SyntaxKind.RoundNearestKeyword, SyntaxKind.RoundUpKeyword,
    ];

    private static readonly SyntaxKind[] Fates =
    [
        SyntaxKind.ReportKeyword, SyntaxKind.LargestRemainderKeyword, SyntaxKind.CarryForwardKeyword, SyntaxKind.ToRecipientsKeyword,
        SyntaxKind.ToAllocationKeyword, SyntaxKind.ToPoolKeyword,
    ];

    private static Parser<ImmutableArray<NotePartSyntax>> Notes { get; } = Star(HeaderGrammar.Note);

    private static Parser<SyntaxToken> Direction { get; } = KeywordOrMissing(Directions);

    private static Parser<SyntaxToken> KeyDirection { get; } = KeywordOrMissing(SyntaxKind.HighestFirstKeyword, SyntaxKind.LowestFirstKeyword);

    private static Parser<SyntaxToken> Fate { get; } = KeywordOrMissing(Fates);

    private static Parser<ImmutableArray<SyntaxElement>> Recipients { get; } =
        SeparatedList(HeaderGrammar.Text.Select(text => (SyntaxElement)text), Token(SyntaxKind.CommaToken));

    /// <summary>端数.</summary>
    public static Parser<MemberSyntax> Rounding { get; } = ParseRounding;

    /// <summary>再配分.</summary>
    public static Parser<MemberSyntax> Redistribution { get; } = ParseRedistribution;

    /// <summary>残余.</summary>
    public static Parser<MemberSyntax> Residue { get; } = ParseResidue;

    private static IResult<MemberSyntax> ParseRounding(IInput input)
    {
        var keyword = input.At();
        var target = OneOf(Targets).OrNone()(keyword.Next);
        var glued = RoundingWords.Read(target.Remainder.At());
        var direction = glued.Direction is { } read ? Result.Success(read, glued.After) : Direction(glued.After);
        var notes = Notes(direction.Remainder);
        return Result.Success<MemberSyntax>(
            new RoundingClauseSyntax(
                keyword.Token, target.Value, glued.DecimalPlaces, glued.Unit, glued.Below, direction.Value, notes.Value),
            notes.Remainder);
    }

    // Behind the keyword an option may stand at once; every further one has a comma before it, so that 按分 can begin the next clause.
    private static IResult<MemberSyntax> ParseRedistribution(IInput input)
    {
        var options = ImmutableArray.CreateBuilder<RedistributionOptionSyntax>();
        var at = input.At().Next;
        while (true)
        {
            var comma = at.Kind == SyntaxKind.CommaToken ? at.Token : null;
            if (comma is null && (options.Count > 0 || at.StartsLine))
            {
                break;
            }

            if (ParseOption(comma, comma is null ? at : at.Next) is not { } option)
            {
                break;
            }

            options.Add(option.Value);
            at = option.Remainder.At();
        }

        var notes = Notes(at);
        return Result.Success<MemberSyntax>(
            new RedistributionClauseSyntax(input.At().Token, options.ToImmutable(), notes.Value), notes.Remainder);
    }

    private static IResult<RedistributionOptionSyntax>? ParseOption(SyntaxToken? comma, TokenInput at)
    {
        switch (at.Kind)
        {
            case SyntaxKind.UntilSettledKeyword:
                return Result.Success<RedistributionOptionSyntax>(new RedistributionRoundsSyntax(comma, at.Token), at.Next);
            case SyntaxKind.NumberToken:
                return HeaderGrammar.Number.Select(number => (RedistributionOptionSyntax)new RedistributionRoundsSyntax(comma, number))(at);
            case SyntaxKind.ProportionalKeyword:
                return Result.Success<RedistributionOptionSyntax>(new RedistributionWeightSyntax(comma, at.Token, null), at.Next);
            case SyntaxKind.EntityKeyword when at.Next.Kind == SyntaxKind.UncappedKeyword:
                return Result.Success<RedistributionOptionSyntax>(
                    new RedistributionParticipantsSyntax(comma, at.Token, at.Next.Token, null), at.Next.Next);
            case SyntaxKind.EntityKeyword:
                return ExpressionGrammar.Expression.Select(
                    condition => (RedistributionOptionSyntax)new RedistributionParticipantsSyntax(comma, at.Token, null, condition))(at.Next);
        }

        var isWeight = comma is not null || (ExpressionGrammar.StartsExpression(at) && SyntaxFacts.GetKeyword(at.Kind) is not { OnlyInRules: true });
        return isWeight
            ? ExpressionGrammar.Expression.Select(weight => (RedistributionOptionSyntax)new RedistributionWeightSyntax(comma, null, weight))(at)
            : null;
    }

    // 最大剰余 区分 高い順 is a key of that name; 最大剰余 区分 … is the next clause.
    private static bool BeginsClause(TokenInput at) =>
        SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Member, OnlyInRules: true }
        && at.Next.Kind is not (SyntaxKind.HighestFirstKeyword or SyntaxKind.LowestFirstKeyword);

    private static IResult<MemberSyntax> ParseResidue(IInput input)
    {
        var keyword = input.At();
        var fate = Fate(keyword.Next);
        var at = fate.Remainder.At();
        switch (fate.Value.Kind)
        {
            case SyntaxKind.ToRecipientsKeyword:
                var recipients = Recipients(at);
                return End(null, null, recipients.Value, null, recipients.Remainder);
            case SyntaxKind.ToAllocationKeyword or SyntaxKind.ToPoolKeyword:
                var path = HeaderGrammar.PathOrMissing(at);
                return End(null, null, [], (PathSyntax)path.Value, path.Remainder);
            case SyntaxKind.LargestRemainderKeyword when !at.StartsLine && ExpressionGrammar.StartsExpression(at) && !BeginsClause(at):
                var key = ExpressionGrammar.Expression(at);
                var direction = KeyDirection(key.Remainder);
                return End(key.Value, direction.Value, [], null, direction.Remainder);
            default:
                return End(null, null, [], null, at);
        }

        IResult<MemberSyntax> End(
            ExpressionSyntax? tieKey, SyntaxToken? order, ImmutableArray<SyntaxElement> named, PathSyntax? target, IInput rest)
        {
            var notes = Notes(rest);
            return Result.Success<MemberSyntax>(
                new ResidueClauseSyntax(keyword.Token, fate.Value, tieKey, order, named, target, notes.Value), notes.Remainder);
        }
    }
}
