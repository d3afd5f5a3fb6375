using System.Collections.Immutable;
using KaigoDsl.Compiler.Text;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Labels, paths and expressions. A member never reads one declared below it except through <c>Lazily</c>.</summary>
internal static class ExpressionGrammar
{
    private static readonly SyntaxKind[] ComparisonOperators =
    [
        SyntaxKind.EqualsToken, SyntaxKind.NotEqualsToken, SyntaxKind.LessToken, SyntaxKind.LessOrEqualToken,
        SyntaxKind.GreaterToken, SyntaxKind.GreaterOrEqualToken,
    ];

    private static readonly SyntaxKind[] Aggregates =
    [
        SyntaxKind.OfMeanKeyword, SyntaxKind.OfSumKeyword, SyntaxKind.OfMedianKeyword, SyntaxKind.OfMaximumKeyword,
        SyntaxKind.OfMinimumKeyword, SyntaxKind.OfCountKeyword, SyntaxKind.OfShareKeyword, SyntaxKind.OfStandardDeviationKeyword,
    ];

    /// <summary>A label; a keyword is one unless it begins a line, where it begins the next member.</summary>
    public static Parser<LabelSyntax> Label { get; } = LabelWhere(_ => true);

    /// <summary>The label of a node: a number of points is not one, so that a forgotten label is noticed.</summary>
    public static Parser<LabelSyntax> NodeLabel { get; } = LabelWhere(at => !IsPoints(at));

    // 推進. 3点: a number behind a blank is a value, and the label is missing.
    private static Parser<LabelSyntax> LabelBehindBlank { get; } = LabelWhere(at => at.Kind != SyntaxKind.NumberToken);

    /// <summary>Labels joined by dots; fails where none begins.</summary>
    public static Parser<PathSyntax> Path { get; } = ParsePath;

    /// <summary>An expression; where none begins, a report and a missing one.</summary>
    public static Parser<ExpressionSyntax> Expression { get; } = Lazily(GetConditional);

    private static Parser<ImmutableArray<SyntaxElement>> Arguments { get; } =
        SeparatedList(Expression.Select(e => (SyntaxElement)e), Token(SyntaxKind.CommaToken));

    private static Parser<ExpressionSyntax> Parenthesized { get; } = ParseParenthesized;

    private static Parser<ExpressionSyntax> Call { get; } = ParseCall;

    private static Parser<ExpressionSyntax> Name { get; } = ParseName;

    private static Parser<ExpressionSyntax> String { get; } = Token(SyntaxKind.StringToken).Select(token => (ExpressionSyntax)new StringExpressionSyntax(token));

    private static Parser<ExpressionSyntax> Truth { get; } =
        OneOf(SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword).Select(token => (ExpressionSyntax)new TruthExpressionSyntax(token));

    private static Parser<ExpressionSyntax> Primary { get; } = ParsePrimary;

    private static Parser<SyntaxToken> Aggregate { get; } = OneOf(Aggregates);

    private static Parser<SyntaxToken> ThisIndicator { get; } = KeywordOrMissing(SyntaxKind.ThisIndicatorKeyword);

    private static Parser<ExpressionSyntax> Postfix { get; } = ParsePostfix;

    private static Parser<ExpressionSyntax> Unary { get; } = Prefixed(OneOf(SyntaxKind.MinusToken, SyntaxKind.NotKeyword), Postfix);

    private static Parser<ExpressionSyntax> Product { get; } =
        LeftAssociative(Unary, OneOf(SyntaxKind.TimesToken, SyntaxKind.DivideToken, SyntaxKind.SlashToken));

    private static Parser<ExpressionSyntax> Sum { get; } = LeftAssociative(Product, OneOf(SyntaxKind.PlusToken, SyntaxKind.MinusToken));

    private static Parser<ExpressionSyntax> Comparison { get; } = ParseComparison;

    // 否 x > 3 denies the comparison, not x.
    private static Parser<ExpressionSyntax> Negation { get; } = Prefixed(Token(SyntaxKind.NotKeyword), Comparison);

    private static Parser<ExpressionSyntax> Conjunction { get; } = LeftAssociative(Negation, Token(SyntaxKind.AndKeyword));

    private static Parser<ExpressionSyntax> Disjunction { get; } = LeftAssociative(Conjunction, Token(SyntaxKind.OrKeyword));

    private static Parser<ExpressionSyntax> Conditional { get; } = Deeper(ParseConditional, at => MissingExpression(at));

    /// <summary>Whether an expression may begin here; strings are left out, in a header they are titles.</summary>
    public static bool StartsExpression(TokenInput at) => at.Kind switch
    {
        SyntaxKind.NumberToken or SyntaxKind.OpenParenToken or SyntaxKind.MinusToken or SyntaxKind.NotKeyword => true,
        SyntaxKind.MaximumKeyword or SyntaxKind.MinimumKeyword => at.Next.Kind is SyntaxKind.OpenParenToken or SyntaxKind.DotToken,
        SyntaxKind.RoundDownKeyword or SyntaxKind.RoundNearestKeyword or SyntaxKind.RoundUpKeyword when at.Next.Kind == SyntaxKind.OpenParenToken => true,
        _ => StartsPath(at),
    };

    /// <summary>
    /// Whether a name may begin here: a word, a keyword of that role or one that is a word outside rules, or any label with a dot behind it.
    /// </summary>
    public static bool StartsPath(TokenInput at) =>
        at.Kind == SyntaxKind.WordToken
        || SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Name } or { OnlyInRules: true }
        || (SyntaxFacts.CanBeLabel(at.Kind) && at.Next.Kind == SyntaxKind.DotToken && at.Token.TrailingTrivia.IsEmpty);

    /// <summary>Whether a keyword begins a line and so a new declaration, node or member.</summary>
    public static bool BeginsMember(TokenInput at) =>
        at.StartsLine
        && SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Declaration or KeywordRole.Node or KeywordRole.Member };

    private static Parser<ExpressionSyntax> GetConditional() => Conditional;

    private static Parser<LabelSyntax> LabelWhere(Func<TokenInput, bool> isLabel) => input =>
    {
        var at = input.At();
        if (at.Context.TakeGluedLabel(at) is { } glued)
        {
            return Result.Success(new LabelSyntax(glued), input);
        }

        if (!SyntaxFacts.CanBeLabel(at.Kind) || BeginsMember(at) || !isLabel(at))
        {
            at.Context.ReportExpected(at, SyntaxKind.WordToken);
            return Result.Success(new LabelSyntax(ParseContext.Missing(at, SyntaxKind.WordToken)), input);
        }

        if (at.Kind == SyntaxKind.NumberToken && at.Token.Text.IndexOfAny(['.', '．', '%', '％']) >= 0)
        {
            at.Context.ReportExpected(at, SyntaxKind.WordToken);
        }

        return Result.Success(new LabelSyntax(AsLabel(at.Token)), at.Next);
    };

    // What is a keyword only in rules is declared outside them as a word; as the name of something it is that word.
    private static SyntaxToken AsLabel(SyntaxToken token) => SyntaxFacts.GetKeyword(token.Kind) is { OnlyInRules: true }
        ? new SyntaxToken(SyntaxKind.WordToken, token.Text, token.Span.Start, token.LeadingTrivia, token.TrailingTrivia)
        : token;

    private static bool IsPoints(TokenInput at) =>
        at.Kind == SyntaxKind.NumberToken
        && !CharacterFolding.IsDigit(at.Token.Text[at.Token.Text.Length - 1])
        && SyntaxFacts.FindUnit(NumberLiteral.Parse(at.Token.Text).Unit) is { Dimension: "点" };

    private static IResult<PathSyntax> ParsePath(IInput input)
    {
        var at = input.At();
        if (!SyntaxFacts.CanBeLabel(at.Kind))
        {
            return Fail<PathSyntax>();
        }

        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        AddFirstLabels(elements, at.Token);
        at = at.Next;
        while (at.Kind == SyntaxKind.DotToken)
        {
            elements.Add(at.Token);
            var isBlankBehindDot = !at.Token.TrailingTrivia.IsEmpty;
            at = at.Next;
            var label = isBlankBehindDot ? LabelBehindBlank(at) : Label(at);
            elements.Add(label.Value);
            at = label.Remainder.At();
        }

        return Result.Success(new PathSyntax(elements.ToImmutable()), at);
    }

    // In front of a path the lexer cannot tell 1.2 (two labels) from one and a fifth; here it is known.
    private static void AddFirstLabels(ImmutableArray<SyntaxElement>.Builder elements, SyntaxToken token)
    {
        var dot = token.Kind == SyntaxKind.NumberToken ? token.Text.IndexOfAny(['.', '．']) : -1;
        if (dot < 0)
        {
            elements.Add(new LabelSyntax(AsLabel(token)));
            return;
        }

        var start = token.Span.Start;
        elements.Add(new LabelSyntax(new SyntaxToken(SyntaxKind.NumberToken, token.Text.Substring(0, dot), start, token.LeadingTrivia, [])));
        elements.Add(new SyntaxToken(SyntaxKind.DotToken, token.Text.Substring(dot, 1), start + dot, [], []));
        elements.Add(new LabelSyntax(
            new SyntaxToken(SyntaxKind.NumberToken, token.Text.Substring(dot + 1), start + dot + 1, [], token.TrailingTrivia)));
    }

    private static IResult<ExpressionSyntax> MissingExpression(TokenInput at)
    {
        at.Context.ReportExpected(at, SyntaxKind.MissingExpression);
        return Result.Success<ExpressionSyntax>(new MissingExpressionSyntax(ParseContext.Missing(at, SyntaxKind.WordToken)), at);
    }

    private static IResult<ExpressionSyntax> ParsePrimary(IInput input)
    {
        var at = input.At();
        if (BeginsMember(at) && at.Next.Kind != SyntaxKind.DotToken)
        {
            return MissingExpression(at);
        }

        return at.Kind switch
        {
            SyntaxKind.NumberToken when !StartsPath(at) => CheckedNumber(at),
            SyntaxKind.StringToken => String(input),
            SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword => Truth(input),
            SyntaxKind.OpenParenToken => Parenthesized(input),
            SyntaxKind.MaximumKeyword or SyntaxKind.MinimumKeyword
                or SyntaxKind.RoundDownKeyword or SyntaxKind.RoundNearestKeyword or SyntaxKind.RoundUpKeyword
                when at.Next.Kind == SyntaxKind.OpenParenToken => Call(input),
            SyntaxKind.TopKeyword or SyntaxKind.BottomKeyword when at.Next.Kind is SyntaxKind.NumberToken or SyntaxKind.OpenParenToken =>
                ParseTier(null, at),
            _ => StartsPath(at) ? Name(input) : MissingExpression(at),
        };
    }

    private static IResult<ExpressionSyntax> CheckedNumber(TokenInput at)
    {
        at.Context.CheckNumber(at.Token);
        return IsPerUnit(at)
            ? Result.Success<ExpressionSyntax>(new NumberExpressionSyntax(at.Token, at.Next.Token, at.Next.Next.Token), at.Next.Next.Next)
            : Result.Success<ExpressionSyntax>(new NumberExpressionSyntax(at.Token, null, null), at.Next);
    }

    // 8_000千円/団体, all glued together: the unit goes on behind the slash. With blanks, or before any other word, it is a division.
    private static bool IsPerUnit(TokenInput at) =>
        at.Next.Kind == SyntaxKind.SlashToken && at.Token.TrailingTrivia.IsEmpty && at.Next.Token.TrailingTrivia.IsEmpty
        && at.Next.Next.Kind == SyntaxKind.WordToken
        && !CharacterFolding.IsDigit(at.Token.Text[at.Token.Text.Length - 1])
        && SyntaxFacts.FindUnit(at.Next.Next.Token.Text) is { Dimension: not "" };

    // 乗率(合計所得金額): a name with brackets behind it on the same line is a step table that is asked.
    private static IResult<ExpressionSyntax> ParseName(IInput input)
    {
        var path = Path(input);
        var open = path.Remainder.At();
        if (open.Kind != SyntaxKind.OpenParenToken || open.StartsLine)
        {
            return Result.Success<ExpressionSyntax>(new NameExpressionSyntax(path.Value), path.Remainder);
        }

        var arguments = Arguments(open.Next);
        var (close, rest) = CloseParen(open.Token, arguments.Remainder.At());
        return Result.Success<ExpressionSyntax>(new LookupExpressionSyntax(path.Value, open.Token, arguments.Value, close), rest);
    }

    private static IResult<ExpressionSyntax> ParseTier(ExpressionSyntax? standing, TokenInput side)
    {
        var share = Primary(side.Next);
        return Result.Success<ExpressionSyntax>(new TierExpressionSyntax(standing, side.Token, share.Value), share.Remainder);
    }

    private static IResult<ExpressionSyntax> ParseParenthesized(IInput input)
    {
        var open = input.At().Token;
        var inside = Expression(input.Advance());
        var (close, rest) = CloseParen(open, inside.Remainder.At());
        return Result.Success<ExpressionSyntax>(new ParenthesizedExpressionSyntax(open, inside.Value, close), rest);
    }

    private static IResult<ExpressionSyntax> ParseCall(IInput input)
    {
        var function = input.At();
        var arguments = Arguments(function.Next.Next);
        var (close, rest) = CloseParen(function.Next.Token, arguments.Remainder.At());
        return Result.Success<ExpressionSyntax>(
            new CallExpressionSyntax(function.Token, function.Next.Token, arguments.Value, close), rest);
    }

    private static (SyntaxToken Close, TokenInput After) CloseParen(SyntaxToken open, TokenInput at)
    {
        if (at.Kind == SyntaxKind.CloseParenToken)
        {
            return (at.Token, at.Next);
        }

        at.Context.ReportUnclosed(open, SyntaxKind.CloseParenToken, at);
        return (ParseContext.Missing(at, SyntaxKind.CloseParenToken), at);
    }

    private static IResult<ExpressionSyntax> ParsePostfix(IInput input)
    {
        var result = Primary(input);
        while (true)
        {
            if (Aggregate(result.Remainder) is { WasSuccessful: true } function && function.Remainder.At().Context.CountOperator(result.Remainder.At()))
            {
                result = Result.Success<ExpressionSyntax>(new AggregateExpressionSyntax(result.Value, function.Value), function.Remainder);
            }
            else if (result.Value is NameExpressionSyntax && result.Remainder.At() is { StartsLine: false, Kind: SyntaxKind.TopKeyword or SyntaxKind.BottomKeyword } side
                && side.Next.Kind is SyntaxKind.NumberToken or SyntaxKind.OpenParenToken && side.Context.CountOperator(side))
            {
                result = ParseTier(result.Value, side);
            }
            else if (result.Remainder.At() is { Kind: SyntaxKind.ExcludingKeyword } excluding && excluding.Context.CountOperator(excluding))
            {
                var excluded = ThisIndicator(excluding.Next);
                result = Result.Success<ExpressionSyntax>(
                    new ExcludingExpressionSyntax(result.Value, excluding.Token, excluded.Value), excluded.Remainder);
            }
            else
            {
                return result;
            }
        }
    }

    // Operators in front of an operand, however many, without recursion.
    private static Parser<ExpressionSyntax> Prefixed(Parser<SyntaxToken> @operator, Parser<ExpressionSyntax> operand) => input =>
    {
        if (!@operator(input).WasSuccessful)
        {
            return operand(input);
        }

        var operators = new Stack<SyntaxToken>();
        var rest = input;
        while (@operator(rest) is { WasSuccessful: true } symbol && rest.At().Context.CountOperator(rest.At()))
        {
            operators.Push(symbol.Value);
            rest = symbol.Remainder;
        }

        var result = operand(rest);
        var expression = result.Value;
        while (operators.Count > 0)
        {
            expression = new UnaryExpressionSyntax(operators.Pop(), expression);
        }

        return Result.Success(expression, result.Remainder);
    };

    // Comparisons do not chain; a second one is reported and read as if it did.
    private static IResult<ExpressionSyntax> ParseComparison(IInput input)
    {
        var left = Sum(input);
        for (var count = 0; Array.IndexOf(ComparisonOperators, left.Remainder.At().Kind) >= 0; count++)
        {
            var symbol = left.Remainder.At();
            if ((symbol.Kind == SyntaxKind.EqualsToken && symbol.StartsLine && symbol.Context.EqualsBeginsMember)
                || !symbol.Context.CountOperator(symbol))
            {
                break;
            }

            if (count > 0)
            {
                symbol.Context.ReportExpected(symbol, SyntaxKind.AndKeyword, SyntaxKind.OrKeyword);
            }

            var right = Sum(symbol.Next);
            left = Result.Success<ExpressionSyntax>(new BinaryExpressionSyntax(left.Value, symbol.Token, right.Value), right.Remainder);
        }

        return left;
    }

    // c1 ならば a1 でなければ c2 ならば a2 でなければ …: a loop that is folded from its end.
    private static IResult<ExpressionSyntax> ParseConditional(IInput input)
    {
        var branches = new Stack<(ExpressionSyntax Condition, SyntaxToken Then, ExpressionSyntax WhenTrue, SyntaxToken Otherwise)>();
        var last = Disjunction(input);
        var value = last.Value;
        var rest = last.Remainder.At();
        while (rest.Kind == SyntaxKind.ThenKeyword && rest.Context.CountOperator(rest))
        {
            var then = rest.Token;
            var whenTrue = Expression(rest.Next);
            rest = whenTrue.Remainder.At();
            if (rest.Kind != SyntaxKind.OtherwiseKeyword)
            {
                value = new ConditionalExpressionSyntax(value, then, whenTrue.Value, null, null);
                break;
            }

            branches.Push((value, then, whenTrue.Value, rest.Token));
            last = Disjunction(rest.Next);
            value = last.Value;
            rest = last.Remainder.At();
        }

        while (branches.Count > 0)
        {
            var (condition, then, whenTrue, otherwise) = branches.Pop();
            value = new ConditionalExpressionSyntax(condition, then, whenTrue, otherwise, value);
        }

        return Result.Success(value, rest);
    }
}
