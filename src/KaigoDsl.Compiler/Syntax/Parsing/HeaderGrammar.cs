using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using Sprache;
using static KaigoDsl.Compiler.Syntax.Combinators;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>The parts of headers (titles, points, conditions, notes, lineage), types.</summary>
internal static class HeaderGrammar
{
    private static readonly SyntaxKind[] Flags =
    [
        SyntaxKind.BetterOfKeyword, SyntaxKind.PointsUnconfirmedKeyword, SyntaxKind.PointsInputKeyword, SyntaxKind.NewKeyword,
    ];

    private static readonly SyntaxKind[] LineageKeywords =
    [
        SyntaxKind.FormerlyKeyword, SyntaxKind.MergesKeyword, SyntaxKind.SplitFromKeyword,
    ];

    // Tokens that, in a header, leave it to whoever stands around it.
    private static readonly SyntaxKind[] Ends =
    [
        SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken, SyntaxKind.EqualsToken, SyntaxKind.SemicolonToken, SyntaxKind.EndOfFileToken,
    ];

    /// <summary>A string; where there is none, a report and a missing one.</summary>
    public static Parser<SyntaxToken> Text { get; } = Token(SyntaxKind.StringToken).OrMissing(SyntaxKind.StringToken);

    /// <summary>A number that can be read; where there is none, a report and a missing one.</summary>
    public static Parser<SyntaxToken> Number { get; } = Checked(Token(SyntaxKind.NumberToken)).OrMissing(SyntaxKind.NumberToken);

    /// <summary>仮定 or 出典 with its text.</summary>
    public static Parser<NotePartSyntax> Note { get; } =
        Sequence(OneOf(SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword), Text, (keyword, text) => new NotePartSyntax(keyword, text));

    private static Parser<HeaderPartSyntax> Title { get; } = Token(SyntaxKind.StringToken).Select(text => (HeaderPartSyntax)new TitlePartSyntax(text));

    private static Parser<HeaderPartSyntax> Points { get; } =
        Checked(Token(SyntaxKind.NumberToken)).Select(number => (HeaderPartSyntax)new PointsPartSyntax(number));

    private static Parser<HeaderPartSyntax> Cap { get; } =
        Sequence(Token(SyntaxKind.MaximumKeyword), Number, (keyword, number) => (HeaderPartSyntax)new CapPartSyntax(keyword, number));

    private static Parser<HeaderPartSyntax> Flag { get; } = OneOf(Flags).Select(flag => (HeaderPartSyntax)new FlagPartSyntax(flag));

    private static Parser<HeaderPartSyntax> Edition { get; } =
        Sequence(Token(SyntaxKind.EditionKeyword), Text, (keyword, text) => (HeaderPartSyntax)new EditionPartSyntax(keyword, text));

    /// <summary>A path; where there is none, a report and a missing label.</summary>
    public static Parser<SyntaxElement> PathOrMissing { get; } = input =>
    {
        var at = input.At();
        var isPath = SyntaxFacts.CanBeLabel(at.Kind) && !ExpressionGrammar.BeginsMember(at);
        return isPath
            ? ExpressionGrammar.Path.Select(path => (SyntaxElement)path)(input)
            : ExpressionGrammar.Label.Select(label => (SyntaxElement)new PathSyntax([label]))(input);
    };

    private static Parser<HeaderPartSyntax> Lineage { get; } = Sequence(
        OneOf(LineageKeywords),
        SeparatedList(PathOrMissing, Token(SyntaxKind.CommaToken)),
        (keyword, paths) => (HeaderPartSyntax)new LineagePartSyntax(keyword, paths));

    private static Parser<HeaderPartSyntax> Prerequisite { get; } = Sequence(
        Token(SyntaxKind.RequiresKeyword),
        SeparatedList(ExpressionGrammar.Label.Select(label => (SyntaxElement)label), Token(SyntaxKind.CommaToken)),
        (keyword, items) => (HeaderPartSyntax)new PrerequisitePartSyntax(keyword, items));

    private static Parser<HeaderPartSyntax> Tier { get; } = Sequence(
        OneOf(SyntaxKind.TopKeyword, SyntaxKind.BottomKeyword),
        Number,
        (side, share) => (HeaderPartSyntax)new TierConditionPartSyntax(side, share));

    private static Parser<HeaderPartSyntax> Subject { get; } =
        Sequence(Token(SyntaxKind.EntityKeyword), Text, (keyword, text) => (HeaderPartSyntax)new SubjectPartSyntax(keyword, text));

    private static Parser<HeaderPartSyntax> Condition { get; } =
        ExpressionGrammar.Expression.Select(condition => (HeaderPartSyntax)new ExpressionConditionPartSyntax(condition));

    private static Parser<HeaderPartSyntax> Budget { get; } =
        ExpressionGrammar.Expression.Select(amount => (HeaderPartSyntax)new BudgetPartSyntax(amount));

    private static Parser<HeaderPartSyntax> Withheld { get; } = Sequence(
        Token(SyntaxKind.WithheldKeyword),
        Token(SyntaxKind.StringToken).OrNone(),
        (keyword, reason) => (HeaderPartSyntax)new WithheldPartSyntax(keyword, reason));

    private static Parser<HeaderPartSyntax> Part { get; } = Switch(
        ([SyntaxKind.WithheldKeyword], Withheld),
        ([SyntaxKind.StringToken], Title),
        ([SyntaxKind.NumberToken], Points),
        ([SyntaxKind.MaximumKeyword], Cap),
        (Flags, Flag),
        ([SyntaxKind.AssumptionKeyword, SyntaxKind.SourceKeyword], Note.Select(note => (HeaderPartSyntax)note)),
        ([SyntaxKind.EditionKeyword], Edition),
        (LineageKeywords, Lineage),
        ([SyntaxKind.RequiresKeyword], Prerequisite),
        ([SyntaxKind.TopKeyword, SyntaxKind.BottomKeyword], Tier));

    /// <summary>真偽, 対象 X, 人, 円/人, …; where none begins, a report and a missing one.</summary>
    public static Parser<TypeSyntax> Type { get; } = ParseType;

    /// <summary>The parts of a header, in any order; what fits nowhere on the same line is skipped with one report.</summary>
    public static Parser<ImmutableArray<HeaderPartSyntax>> Parts(HeaderOwner owner) => input =>
    {
        var at = input.At();
        var header = new HeaderState(owner, at);
        while (true)
        {
            var next = NextPart(at, header);
            if (next is not { WasSuccessful: true } || ReferenceEquals(next.Remainder, at))
            {
                return Result.Success(header.ToParts(), at);
            }

            header.Add(next.Value);
            at = next.Remainder.At();
        }
    };

    private static IResult<HeaderPartSyntax>? NextPart(TokenInput at, HeaderState header)
    {
        if ((at.Next.Kind == SyntaxKind.ColonToken && !(header.Owner == HeaderOwner.Rule && at.Kind == SyntaxKind.StringToken))
            || (header.Owner == HeaderOwner.EnumerationMember && !IsEnumerationMemberPart(at))
            || EndsRulePart(at, header.Owner))
        {
            return null;
        }

        // 対象 begins a declaration everywhere else, so it is a part only with the name behind it.
        if (header.Owner == HeaderOwner.Published && at.Kind == SyntaxKind.EntityKeyword && at.Next.Kind == SyntaxKind.StringToken)
        {
            return Subject(at);
        }

        if (IsBudget(at, header))
        {
            return Budget(at);
        }

        if (header.Owner is HeaderOwner.Item or HeaderOwner.Clause && IsCondition(at, header))
        {
            return Condition(at);
        }

        var part = Part(at);
        if (part.WasSuccessful)
        {
            return part;
        }

        if (IsEnd(at))
        {
            return null;
        }

        var isNearLabel = at.StartsLine && at.Next.Kind is not (SyntaxKind.StringToken or SyntaxKind.NumberToken);
        if (!isNearLabel && at.Kind == SyntaxKind.WordToken && at.Context.TryRepairKeyword(at, header.RepairCandidates))
        {
            return Part(at);
        }

        return at.StartsLine ? null : Skip(at, header);
    }

    // Rules may be written on one line: what begins the next clause, row or share ends the notes of the one before.
    private static bool EndsRulePart(TokenInput at, HeaderOwner owner) => owner switch
    {
        HeaderOwner.Rule => at.Kind is SyntaxKind.ColonToken or SyntaxKind.ArrowToken or SyntaxKind.AscendingKeyword or SyntaxKind.DescendingKeyword,
        HeaderOwner.Allocation or HeaderOwner.Pool or HeaderOwner.SizeClass =>
            SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Member, OnlyInRules: true },
        HeaderOwner.RuleMember => !IsPartStart(at) && !(at.Kind == SyntaxKind.WordToken && at.Next.Kind == SyntaxKind.StringToken),
        HeaderOwner.Clause => at.Kind is SyntaxKind.MetKeyword or SyntaxKind.NotMetKeyword or SyntaxKind.ValueKeyword or SyntaxKind.ConditionKeyword,
        _ => false,
    };

    private static bool IsEnumerationMemberPart(TokenInput at) =>
        at.Kind == SyntaxKind.StringToken
        || (at.Kind is SyntaxKind.AssumptionKeyword or SyntaxKind.SourceKeyword && at.Next.Kind == SyntaxKind.StringToken);

    // A number, or on the same line anything else an expression may begin with; words that are keywords here are something else.
    private static bool IsBudget(TokenInput at, HeaderState header) =>
        (header.Owner & (HeaderOwner.Allocation | HeaderOwner.Pool | HeaderOwner.SizeClass)) != 0
        && (at.Kind == SyntaxKind.NumberToken
            || (!header.HasBudget && !at.StartsLine && ExpressionGrammar.StartsExpression(at) && !at.Context.IsReported(at)
                && SyntaxFacts.GetKeyword(at.Kind) is not { OnlyInRules: true }));

    // Of an item's numbers the first is its points; what else can begin an expression begins its condition.
    private static bool IsCondition(TokenInput at, HeaderState header)
    {
        if (at.Kind == SyntaxKind.NumberToken && header.Owner == HeaderOwner.Item)
        {
            return header.HasPoints;
        }

        // 上位 without a name is a condition in a clause and a part of its own in an item.
        if (header.Owner == HeaderOwner.Clause && at.Kind is SyntaxKind.TopKeyword or SyntaxKind.BottomKeyword)
        {
            return at.Next.Kind is SyntaxKind.NumberToken or SyntaxKind.OpenParenToken;
        }

        if (!ExpressionGrammar.StartsExpression(at) || ExpressionGrammar.BeginsMember(at) || at.Context.IsReported(at))
        {
            return false;
        }

        // At a line start, a word with a label behind it is the misspelt keyword of the next row rather than a condition.
        return !at.StartsLine || at.Kind != SyntaxKind.WordToken
            || at.Next.StartsLine || at.Next.Kind is not (SyntaxKind.WordToken or SyntaxKind.NumberToken);
    }

    private static bool IsEnd(TokenInput at)
    {
        if (Array.IndexOf(Ends, at.Kind) >= 0)
        {
            return true;
        }

        if (at.Kind == SyntaxKind.CommaToken)
        {
            return at.Next.StartsLine || !IsPartStart(at.Next);
        }

        return SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Declaration or KeywordRole.Node or KeywordRole.Member };
    }

    private static bool IsPartStart(TokenInput at) =>
        at.Kind == SyntaxKind.StringToken || Array.IndexOf(HeaderPartFacts.Keywords, at.Kind) >= 0;

    private static IResult<HeaderPartSyntax> Skip(TokenInput at, HeaderState header)
    {
        if (at.Kind == SyntaxKind.CloseParenToken)
        {
            at.Context.ReportUnmatched(at);
        }
        else
        {
            at.Context.ReportUnexpected(at, header.Expected);
        }

        var skipped = ImmutableArray.CreateBuilder<SyntaxElement>();
        do
        {
            skipped.Add(at.Token);
            at = at.Next;
        }
        while (!at.StartsLine && !IsEnd(at) && !IsPartStart(at) && at.Next.Kind != SyntaxKind.ColonToken);

        return Result.Success<HeaderPartSyntax>(new SkippedPartSyntax(skipped.ToImmutable()), at);
    }

    private static IResult<TypeSyntax> ParseType(IInput input)
    {
        var at = input.At();
        switch (at.Kind)
        {
            case SyntaxKind.EntityKeyword:
                return Sequence(
                    Token(SyntaxKind.EntityKeyword), ExpressionGrammar.Label, (keyword, entity) => (TypeSyntax)new ReferenceTypeSyntax(keyword, entity))(input);

            case SyntaxKind.BooleanKeyword or SyntaxKind.TextKeyword or SyntaxKind.FiscalYearKeyword or SyntaxKind.DateKeyword:
                return Result.Success<TypeSyntax>(new KeywordTypeSyntax(at.Token), at.Next);
        }

        if (!IsTypeName(at))
        {
            at.Context.ReportExpected(at, SyntaxKind.NamedType);
            return Result.Success<TypeSyntax>(new NamedTypeSyntax(ParseContext.Missing(at, SyntaxKind.WordToken), null, null), input);
        }

        var slash = at.Next;
        if (slash.Kind != SyntaxKind.SlashToken)
        {
            return Result.Success<TypeSyntax>(new NamedTypeSyntax(at.Token, null, null), at.Next);
        }

        if (!IsTypeName(slash.Next))
        {
            slash.Context.ReportExpected(slash.Next, SyntaxKind.NamedType);
            return Result.Success<TypeSyntax>(
                new NamedTypeSyntax(at.Token, slash.Token, ParseContext.Missing(slash.Next, SyntaxKind.WordToken)), slash.Next);
        }

        return Result.Success<TypeSyntax>(new NamedTypeSyntax(at.Token, slash.Token, slash.Next.Token), slash.Next.Next);
    }

    private static bool IsTypeName(TokenInput at) =>
        (at.Kind is SyntaxKind.WordToken or SyntaxKind.PercentToken
            || SyntaxFacts.GetKeyword(at.Kind) is { Role: KeywordRole.Part or KeywordRole.Name })
        && (!at.StartsLine || at.Next.Kind != SyntaxKind.ColonToken);

    private static Parser<SyntaxToken> Checked(Parser<SyntaxToken> number) => input =>
    {
        var result = number(input);
        if (result.WasSuccessful)
        {
            input.At().Context.CheckNumber(result.Value);
        }

        return result;
    };

    /// <summary>The parts of one header so far.</summary>
    private sealed class HeaderState
    {
        private readonly ImmutableArray<HeaderPartSyntax>.Builder _parts = ImmutableArray.CreateBuilder<HeaderPartSyntax>();
        private readonly ParseContext _context;
        private readonly LocalizedText _ownerName;

        public HeaderState(HeaderOwner owner, TokenInput at)
        {
            Owner = owner;
            _context = at.Context;
            _ownerName = NameOwner(owner, at);
        }

        public HeaderOwner Owner { get; }

        public bool HasPoints { get; private set; }

        public bool HasBudget { get; private set; }

        public SyntaxKind[] RepairCandidates => [.. HeaderPartFacts.KeywordsFor(Owner)];

        public SyntaxKind[] Expected
        {
            get
            {
                var expected = new List<SyntaxKind>(HeaderPartFacts.KeywordsFor(Owner)) { SyntaxKind.StringToken };
                if ((Owner & (HeaderOwner.Framework | HeaderOwner.Node | HeaderOwner.Item)) != 0 && !HasPoints)
                {
                    expected.Add(SyntaxKind.NumberToken);
                }

                if ((Owner & (HeaderOwner.Allocation | HeaderOwner.Pool | HeaderOwner.SizeClass)) != 0 && !HasBudget)
                {
                    expected.Add(SyntaxKind.NumberToken);
                }

                if ((Owner & (HeaderOwner.Allocation | HeaderOwner.Pool)) != 0)
                {
                    expected.Add(SyntaxKind.OpenBraceToken);
                }

                if ((Owner & (HeaderOwner.Entity | HeaderOwner.Enumeration | HeaderOwner.Framework | HeaderOwner.Node | HeaderOwner.Published)) != 0)
                {
                    expected.Add(SyntaxKind.OpenBraceToken);
                }

                return [.. expected];
            }
        }

        public void Add(HeaderPartSyntax part)
        {
            HasPoints |= part is PointsPartSyntax;
            HasBudget |= part is BudgetPartSyntax;
            var name = HeaderPartFacts.NameOf(part);
            if ((HeaderPartFacts.OwnersOf(part) & Owner) == 0)
            {
                _context.ReportMisplaced(part.Span, name, _ownerName, HeaderPartFacts.HintFor(part));
            }
            else if (part is not (NotePartSyntax or SkippedPartSyntax) && _parts.FirstOrDefault(p => HeaderPartFacts.NameOf(p) == name) is { } first)
            {
                _context.ReportDuplicate(part.Span, name, first.Span);
            }

            _parts.Add(part);
        }

        public ImmutableArray<HeaderPartSyntax> ToParts() => _parts.ToImmutable();

        // The keyword the header began with; for columns and members of a 種別 their label.
        private static LocalizedText NameOwner(HeaderOwner owner, TokenInput at)
        {
            var start = at.Previous;
            if (owner != HeaderOwner.EnumerationMember)
            {
                while (start.Position > 0 && !start.StartsLine && start.Kind != SyntaxKind.ColonToken && !SyntaxFacts.IsKeyword(start.Kind))
                {
                    start = start.Previous;
                }
            }

            var token = start.Kind == SyntaxKind.ColonToken ? start.Previous.Token : start.Token;
            return new LocalizedText(token.Text, token.Text);
        }
    }
}
