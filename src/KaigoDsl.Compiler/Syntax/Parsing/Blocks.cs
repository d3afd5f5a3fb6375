using System.Collections.Immutable;
using Sprache;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Members between braces, with recovery: whatever is no member is skipped, with one report a region.</summary>
internal static class Blocks
{
    /// <summary>What <see cref="Braces"/> read.</summary>
    internal readonly record struct Block(SyntaxToken Open, ImmutableArray<MemberSyntax> Members, SyntaxToken Close);

    /// <summary>Braces and the members between them.</summary>
    /// <param name="headerIndex">Where the header that owns the block begins.</param>
    /// <param name="member">A member; fails where none begins.</param>
    /// <param name="keywords">What may begin a member, for messages and repair; empty if members begin with labels.</param>
    /// <param name="skipDeclaration">Reads a declaration that stands here by mistake.</param>
    public static Parser<Block> Braces(
        int headerIndex, Parser<MemberSyntax> member, SyntaxKind[] keywords, Func<TokenInput, IResult<SyntaxElement>> skipDeclaration) => input =>
    {
        var at = input.At();
        SyntaxToken open;
        int end;
        var isClosed = true;
        if (at.Kind == SyntaxKind.OpenBraceToken)
        {
            open = at.Token;
            end = at.Context.Braces.EndOf(at.Position);
            isClosed = at.Context.Braces.IsClosed(at.Position);
            at = at.Next;
        }
        else
        {
            at.Context.ReportExpected(at, SyntaxKind.OpenBraceToken);
            open = ParseContext.Missing(at, SyntaxKind.OpenBraceToken);
            end = at.Context.Braces.EndOfUnopened(headerIndex);
            if (end < at.Position)
            {
                return Result.Success(new Block(open, [], ParseContext.Missing(at, SyntaxKind.CloseBraceToken)), at);
            }
        }

        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        while (at.Position < end && !at.AtEnd)
        {
            at.Context.BeginMember();
            at = AddMember(members, at, end, member, keywords, skipDeclaration);
        }

        if (at.Position == end && isClosed)
        {
            return Result.Success(new Block(open, members.ToImmutable(), at.Token), at.Next);
        }

        at.Context.ReportUnclosed(open, SyntaxKind.CloseBraceToken, at);
        return Result.Success(new Block(open, members.ToImmutable(), ParseContext.Missing(at, SyntaxKind.CloseBraceToken)), at);
    };

    /// <summary>Takes an opening brace and everything up to its end as plain tokens.</summary>
    public static TokenInput SkipBraces(TokenInput open, ImmutableArray<SyntaxElement>.Builder skipped)
    {
        var end = open.Context.Braces.EndOf(open.Position);
        var isClosed = open.Context.Braces.IsClosed(open.Position);
        var at = open;
        while (!at.AtEnd && (at.Position < end || (at.Position == end && isClosed)))
        {
            skipped.Add(at.Token);
            at = at.Next;
        }

        if (!isClosed)
        {
            at.Context.ReportUnclosed(open.Token, SyntaxKind.CloseBraceToken, at);
        }

        return at;
    }

    private static TokenInput AddMember(
        ImmutableArray<MemberSyntax>.Builder members,
        TokenInput at,
        int end,
        Parser<MemberSyntax> member,
        SyntaxKind[] keywords,
        Func<TokenInput, IResult<SyntaxElement>> skipDeclaration)
    {
        if (at.Kind is SyntaxKind.CommaToken or SyntaxKind.SemicolonToken)
        {
            members.Add(new SkippedMemberSyntax([at.Token]));
            return at.Next;
        }

        var result = member(at);
        if (!result.WasSuccessful && at.Context.TryRepairKeyword(at, keywords))
        {
            result = member(at);
        }

        if (result.WasSuccessful && !ReferenceEquals(result.Remainder, at))
        {
            members.Add(result.Value);
            return result.Remainder.At();
        }

        var skipped = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = Skip(at, end, skipped, member, keywords, skipDeclaration);
        members.Add(new SkippedMemberSyntax(skipped.ToImmutable()));
        return rest;
    }

    private static TokenInput Skip(
        TokenInput at,
        int end,
        ImmutableArray<SyntaxElement>.Builder skipped,
        Parser<MemberSyntax> member,
        SyntaxKind[] keywords,
        Func<TokenInput, IResult<SyntaxElement>> skipDeclaration)
    {
        if (at.Kind is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken)
        {
            at.Context.ReportUnmatched(at);
            skipped.Add(at.Token);
            return at.Next;
        }

        at.Context.ReportUnexpected(at, keywords.Length > 0 ? keywords : [SyntaxKind.Path]);
        if (at.StartsLine && SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Declaration }
            && skipDeclaration(at) is { WasSuccessful: true } declaration && declaration.Remainder.At().Position <= end)
        {
            skipped.Add(declaration.Value);
            return declaration.Remainder.At();
        }

        do
        {
            if (at.Kind == SyntaxKind.OpenBraceToken)
            {
                at = SkipBlock(at, skipped, member, keywords, skipDeclaration);
            }
            else
            {
                skipped.Add(at.Token);
                at = at.Next;
            }
        }
        while (at.Position < end && !at.StartsLine && !at.AtEnd
            && at.Kind is not (SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken)
            && Array.IndexOf(keywords, at.Kind) < 0);

        return at;
    }

    // The members of a header nobody knows are read all the same: their own mistakes count.
    private static TokenInput SkipBlock(
        TokenInput at,
        ImmutableArray<SyntaxElement>.Builder skipped,
        Parser<MemberSyntax> member,
        SyntaxKind[] keywords,
        Func<TokenInput, IResult<SyntaxElement>> skipDeclaration)
    {
        var context = at.Context;
        if (context.Depth >= ParseContext.MaximumDepth)
        {
            context.ReportTooDeep(at, ParseContext.MaximumDepth);
            return SkipBraces(at, skipped);
        }

        context.Depth++;
        var result = Braces(at.Position, member, keywords, skipDeclaration)(at);
        context.Depth--;
        skipped.Add(new BodySyntax(result.Value.Open, result.Value.Members, result.Value.Close));
        return result.Remainder.At();
    }
}
