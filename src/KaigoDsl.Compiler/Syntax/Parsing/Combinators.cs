using System.Collections.Immutable;
using Sprache;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// The grammar's own combinators over Sprache's <see cref="Parser{T}"/>. A parser fails only on its first token, without
/// consuming it; once it has taken one it succeeds, with missing tokens for what is not there. So there is no backtracking,
/// time is linear, and no report is lost with an abandoned branch.
/// </summary>
internal static class Combinators
{
    /// <summary>A failure; what was expected is reported by whoever decides to go on, so one object does for all places.</summary>
    public static IResult<T> Fail<T>() => Failure<T>.Instance;

    /// <summary>A place as what it always is in this grammar.</summary>
    public static TokenInput At(this IInput input) => (TokenInput)input;

    /// <summary>A token of one kind.</summary>
    public static Parser<SyntaxToken> Token(SyntaxKind kind) => input =>
    {
        var at = input.At();
        return at.Kind == kind ? Result.Success(at.Token, at.Next) : Fail<SyntaxToken>();
    };

    /// <summary>A token of any of some kinds.</summary>
    public static Parser<SyntaxToken> OneOf(params SyntaxKind[] kinds) => input =>
    {
        var at = input.At();
        return Array.IndexOf(kinds, at.Kind) >= 0 ? Result.Success(at.Token, at.Next) : Fail<SyntaxToken>();
    };

    /// <summary>The parser, or a zero-width token and a report of what was expected.</summary>
    public static Parser<SyntaxToken> OrMissing(this Parser<SyntaxToken> parser, params SyntaxKind[] expected) => input =>
    {
        var result = parser(input);
        if (result.WasSuccessful)
        {
            return result;
        }

        var at = input.At();
        at.Context.ReportExpected(at, expected);
        return Result.Success(ParseContext.Missing(at, expected[0]), input);
    };

    /// <summary>As <see cref="OrMissing"/> for keywords: a near miss counts as the keyword, and is reported as such.</summary>
    public static Parser<SyntaxToken> KeywordOrMissing(params SyntaxKind[] expected)
    {
        var parser = OneOf(expected);
        var orMissing = parser.OrMissing(expected);
        return input =>
        {
            var at = input.At();
            var result = parser(input);
            return result.WasSuccessful ? result
                : !at.StartsLine && at.Context.TryRepairKeyword(at, expected) ? parser(input)
                : orMissing(input);
        };
    }

    /// <summary>A parser that does not exist yet while the grammar is being built.</summary>
    public static Parser<T> Lazily<T>(Func<Parser<T>> parser)
    {
        Parser<T>? built = null;
        return input => (built ??= parser())(input);
    }

    /// <summary>The parser if it succeeds, otherwise nothing.</summary>
    public static Parser<T?> OrNone<T>(this Parser<T> parser)
        where T : class => input =>
        {
            var result = parser(input);
            return result.WasSuccessful ? Result.Success<T?>(result.Value, result.Remainder) : Result.Success<T?>(null, input);
        };

    /// <summary>One after the other.</summary>
    public static Parser<TResult> Sequence<T1, T2, TResult>(Parser<T1> first, Parser<T2> second, Func<T1, T2, TResult> build) => input =>
    {
        var a = first(input);
        if (!a.WasSuccessful)
        {
            return Fail<TResult>();
        }

        var b = second(a.Remainder);
        return b.WasSuccessful ? Result.Success(build(a.Value, b.Value), b.Remainder) : Fail<TResult>();
    };

    /// <summary>One after the other.</summary>
    public static Parser<TResult> Sequence<T1, T2, T3, TResult>(
        Parser<T1> first, Parser<T2> second, Parser<T3> third, Func<T1, T2, T3, TResult> build) =>
        Sequence(Sequence(first, second, (a, b) => (a, b)), third, (ab, c) => build(ab.a, ab.b, c));

    /// <summary>One after the other.</summary>
    public static Parser<TResult> Sequence<T1, T2, T3, T4, TResult>(
        Parser<T1> first, Parser<T2> second, Parser<T3> third, Parser<T4> fourth, Func<T1, T2, T3, T4, TResult> build) =>
        Sequence(Sequence(first, second, third, (a, b, c) => (a, b, c)), fourth, (abc, d) => build(abc.a, abc.b, abc.c, d));

    /// <summary>One after the other.</summary>
    public static Parser<TResult> Sequence<T1, T2, T3, T4, T5, TResult>(
        Parser<T1> first, Parser<T2> second, Parser<T3> third, Parser<T4> fourth, Parser<T5> fifth, Func<T1, T2, T3, T4, T5, TResult> build) =>
        Sequence(Sequence(first, second, third, fourth, (a, b, c, d) => (a, b, c, d)), fifth, (abcd, e) => build(abcd.a, abcd.b, abcd.c, abcd.d, e));

    /// <summary>As often as it succeeds.</summary>
    public static Parser<ImmutableArray<T>> Star<T>(Parser<T> item) => input =>
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var rest = input;
        while (item(rest) is { WasSuccessful: true } result && !ReferenceEquals(result.Remainder, rest))
        {
            items.Add(result.Value);
            rest = result.Remainder;
        }

        return Result.Success(items.ToImmutable(), rest);
    };

    /// <summary>One item, then separator and item as long as a separator follows.</summary>
    public static Parser<ImmutableArray<SyntaxElement>> SeparatedList(Parser<SyntaxElement> item, Parser<SyntaxToken> separator) => input =>
    {
        var first = item(input);
        if (!first.WasSuccessful)
        {
            return Fail<ImmutableArray<SyntaxElement>>();
        }

        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        elements.Add(first.Value);
        var rest = first.Remainder;
        while (separator(rest) is { WasSuccessful: true } comma && item(comma.Remainder) is { WasSuccessful: true } next)
        {
            elements.Add(comma.Value);
            elements.Add(next.Value);
            rest = next.Remainder;
        }

        return Result.Success(elements.ToImmutable(), rest);
    };

    /// <summary>Operands with operators between them, grouped from the left: a loop, however long the chain.</summary>
    public static Parser<ExpressionSyntax> LeftAssociative(Parser<ExpressionSyntax> operand, Parser<SyntaxToken> @operator)
    {
        return input =>
        {
            var left = operand(input);
            while (left.WasSuccessful
                && @operator(left.Remainder) is { WasSuccessful: true } symbol
                && input.At().Context.CountOperator(left.Remainder.At()))
            {
                var right = operand(symbol.Remainder);
                left = Result.Success<ExpressionSyntax>(new BinaryExpressionSyntax(left.Value, symbol.Value, right.Value), right.Remainder);
            }

            return left;
        };
    }

    /// <summary>Chooses by the kind of the token in front.</summary>
    public static Parser<T> Switch<T>(params (SyntaxKind[] Kinds, Parser<T> Parser)[] cases)
    {
        var table = new Dictionary<SyntaxKind, Parser<T>>();
        foreach (var (kinds, parser) in cases)
        {
            foreach (var kind in kinds)
            {
                table.Add(kind, parser);
            }
        }

        return input => table.TryGetValue(input.At().Kind, out var parser) ? parser(input) : Fail<T>();
    }

    /// <summary>One level deeper; beyond the limit the fallback, which must not recurse.</summary>
    public static Parser<T> Deeper<T>(Parser<T> parser, Func<TokenInput, IResult<T>> fallback) => input =>
    {
        var at = input.At();
        var context = at.Context;
        if (context.Depth >= ParseContext.MaximumDepth)
        {
            context.ReportTooDeep(at, ParseContext.MaximumDepth);
            return fallback(at);
        }

        context.Depth++;
        var result = parser(input);
        context.Depth--;
        return result;
    };

    private static class Failure<T>
    {
        public static readonly IResult<T> Instance = Result.Failure<T>(new Input(string.Empty), "unexpected token", []);
    }
}
