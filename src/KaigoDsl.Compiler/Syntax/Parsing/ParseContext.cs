using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// What the parsers of one file share: its tokens and what has been reported. The grammar takes every decision on the
/// token in front and never goes back, so a report is final when it is made.
/// </summary>
internal sealed class ParseContext
{
    /// <summary>Deepest nesting of blocks and of expressions; a stack overflow would take the whole process with it.</summary>
    public const int MaximumDepth = 200;

    /// <summary>Most operators in one expression; its tree is as deep.</summary>
    public const int MaximumOperators = 2000;

    private readonly DiagnosticBag _diagnostics;

    // Twice the index of the token last reported on, plus one if the token itself was the trouble rather than something
    // missing at the end of the line before it.
    private int _lastReported = -1;
    private bool _isSilent;
    private (int Position, SyntaxToken? Token) _gluedLabel;
    private int _operators;

    public ParseContext(SourceText source, DiagnosticBag diagnostics)
    {
        Source = source;
        _diagnostics = diagnostics;
        (Tokens, StartsLine) = Lexer.Lex(source, diagnostics);
        Braces = new BraceRepair(Tokens, StartsLine);
        Inputs = new TokenInput[Tokens.Length];
        for (var i = 0; i < Inputs.Length; i++)
        {
            Inputs[i] = new TokenInput(this, i);
        }
    }

    public SourceText Source { get; }

    /// <summary>The tokens; a misspelt keyword is replaced by the one that was meant.</summary>
    public SyntaxToken[] Tokens { get; }

    public bool[] StartsLine { get; }

    public TokenInput[] Inputs { get; }

    public BraceRepair Braces { get; }

    /// <summary>Current nesting.</summary>
    public int Depth { get; set; }

    /// <summary>Whether = at the beginning of a line begins a member, as in the body of a formula, rather than compares.</summary>
    public bool EqualsBeginsMember { get; set; }

    /// <summary>A token for what is not there; it stands in front of the trivia of the token that is.</summary>
    public static SyntaxToken Missing(TokenInput at, SyntaxKind kind) =>
        new(kind, string.Empty, at.Token.FullSpan.Start, [], [], isMissing: true);

    /// <summary>Begins a member: what was wrong with the one before no longer silences anything.</summary>
    public void BeginMember()
    {
        _isSilent = false;
        _operators = 0;
    }

    /// <summary>
    /// Begins a declaration of rules or of an allocation: from its keyword to the end of its block the words that are keywords only there are
    /// read as such. Without a block it ends where the next declaration begins a line.
    /// </summary>
    public void BeginRules(TokenInput keyword)
    {
        var end = Braces.EndOfUnopened(keyword.Position);
        for (var i = keyword.Position + 1; i < Tokens.Length - 1 && (end < 0 || i < end); i++)
        {
            var token = Tokens[i];
            switch (token.Kind)
            {
                case SyntaxKind.OpenBraceToken when end < 0:
                    end = Braces.EndOf(i);
                    break;
                case SyntaxKind.WordToken when SyntaxFacts.FindKeyword(CharacterFolding.Fold(token.Text)) is { OnlyInRules: true } fact:
                    Tokens[i] = new SyntaxToken(fact.Kind, token.Text, token.Span.Start, token.LeadingTrivia, token.TrailingTrivia);
                    break;
                default:
                    if (end < 0 && StartsLine[i] && SyntaxFacts.GetKeyword(token.Kind) is { Role: KeywordRole.Declaration or KeywordRole.Node })
                    {
                        return;
                    }

                    break;
            }
        }
    }

    /// <summary>Counts an operator of an expression; <see langword="false"/> when there are too many.</summary>
    public bool CountOperator(TokenInput at)
    {
        if (++_operators <= MaximumOperators)
        {
            return true;
        }

        ReportTooDeep(at, MaximumOperators);
        return false;
    }

    /// <summary>Whether something has been reported at a place, so that what it looks like means little.</summary>
    public bool IsReported(TokenInput at) => _isSilent || _lastReported == KeyOf(at, atLineEnd: false);

    /// <summary>Reports that something is missing here; at most once a place. At a line end it is missed there.</summary>
    public void ReportExpected(TokenInput at, params SyntaxKind[] expected)
    {
        var atLineEnd = at.Position > 0 && (at.StartsLine || at.AtEnd);
        var end = new TextSpan(at.Previous.Token.Span.End, 0);
        if (!Claim(at, atLineEnd))
        {
            return;
        }

        var fix = expected.Length == 1 && SyntaxFacts.GetPunctuation(expected[0]) is { } text && at.Position > 0
            ? new SuggestedFix(end, " " + text)
            : null;
        var found = at.AtEnd ? new LocalizedText("ファイルが終わっています", "the end of the file")
            : atLineEnd ? new LocalizedText("行が終わっています", "the end of the line")
            : Found(at.Token.Text);
        Add(Descriptors.Expected, atLineEnd ? end : at.Token.Span, [SyntaxFacts.GetDisplayList(expected), found], fix: fix);
    }

    /// <summary>Reports that the token here begins nothing that may stand here; at most once a place.</summary>
    public void ReportUnexpected(TokenInput at, params SyntaxKind[] expected) => ReportUnexpected(at, null, expected);

    /// <summary>
    /// If the word at a place is a near miss of one of the expected keywords, reports that and puts the keyword in its
    /// place, so that everything behind it is understood.
    /// </summary>
    public bool TryRepairKeyword(TokenInput at, params SyntaxKind[] expected)
    {
        var token = at.Token;
        // A keyword in the wrong place may be a slip (高い方 for 高い順), but not one that begins a row of its own.
        if (token.Kind != SyntaxKind.WordToken
            && SyntaxFacts.GetKeyword(token.Kind) is not { Role: KeywordRole.Part or KeywordRole.Operator or KeywordRole.Name })
        {
            return false;
        }

        var keywords = expected.Select(SyntaxFacts.GetKeyword).OfType<KeywordFact>().ToArray();
        if (keywords.Where(k => IsGlued(token, k) && TakesLabel(k.Kind, expected)).OrderByDescending(k => k.Japanese.Length).FirstOrDefault() is { } glued)
        {
            SplitKeyword(at, glued);
            return true;
        }

        var suggestion = NearestName.Find(token.Text, keywords.SelectMany(k => new[] { k.Japanese, k.English }));
        if (suggestion is null || SyntaxFacts.FindKeyword(suggestion) is not { } keyword)
        {
            return false;
        }

        if (token.Kind == SyntaxKind.WordToken)
        {
            ReportMisspelt(at, suggestion);
        }
        else
        {
            ReportUnexpected(at, new SuggestedFix(token.Span, suggestion), expected);
        }

        Tokens[at.Position] = new SyntaxToken(keyword.Kind, token.Text, token.Span.Start, token.LeadingTrivia, token.TrailingTrivia);
        return true;
    }

    /// <summary>The label that was glued to the keyword in front of a place, once.</summary>
    public SyntaxToken? TakeGluedLabel(TokenInput at)
    {
        var label = _gluedLabel.Position == at.Position ? _gluedLabel.Token : null;
        _gluedLabel = default;
        return label;
    }

    /// <summary>Reports a bracket that is never closed, where it was opened.</summary>
    public void ReportUnclosed(SyntaxToken open, SyntaxKind close, TokenInput expectedAt)
    {
        if (open.IsMissing || _isSilent)
        {
            return;
        }

        // What follows at the same place is a consequence.
        _lastReported = Math.Max(_lastReported, KeyOf(expectedAt, expectedAt.StartsLine));
        Add(
            Descriptors.UnclosedBracket,
            open.Span,
            [open.Text, SyntaxFacts.GetPunctuation(close) ?? string.Empty],
            [new RelatedLocation(
                new TextLocation(Source, new TextSpan(expectedAt.Previous.Token.Span.End, 0)),
                new LocalizedText("この後で閉じるものとして読みました。", "Read as if it were closed after this."))],
            CloseFix(open, close, expectedAt));
    }

    /// <summary>Reports a closing bracket that closes nothing.</summary>
    public void ReportUnmatched(TokenInput at)
    {
        if (Claim(at))
        {
            Add(Descriptors.UnmatchedClosingBracket, at.Token.Span, [at.Token.Text], fix: new SuggestedFix(at.Token.Span, string.Empty));
        }
    }

    /// <summary>Reports nesting beyond a limit, once; whatever follows in this member is silent.</summary>
    public void ReportTooDeep(TokenInput at, int limit)
    {
        if (!_isSilent)
        {
            Add(Descriptors.TooDeep, at.Token.Span, [limit]);
            _isSilent = true;
        }
    }

    /// <summary>Reports that a part of a header is there twice.</summary>
    public void ReportDuplicate(TextSpan span, LocalizedText name, TextSpan first)
    {
        if (!_isSilent)
        {
            Add(
                Descriptors.DuplicateHeaderPart,
                span,
                [name],
                [new RelatedLocation(new TextLocation(Source, first), new LocalizedText("最初の指定はここです。", "First given here."))],
                new SuggestedFix(span, string.Empty));
        }
    }

    /// <summary>Reports a part of a header that means nothing there.</summary>
    public void ReportMisplaced(TextSpan span, LocalizedText name, LocalizedText owner, LocalizedText hint)
    {
        if (!_isSilent)
        {
            Add(Descriptors.MisplacedPart, span, [name, owner, hint]);
        }
    }

    /// <summary>Reports a number token that is no number.</summary>
    public void CheckNumber(SyntaxToken token)
    {
        if (!_isSilent && !token.IsMissing && !NumberLiteral.IsWellFormed(token.Text))
        {
            Add(Descriptors.BadNumber, token.Span, [token.Text]);
        }
    }

    // A closing brace goes on a line of its own, below the line that opened it.
    private SuggestedFix CloseFix(SyntaxToken open, SyntaxKind close, TokenInput expectedAt)
    {
        var end = new TextSpan(expectedAt.Previous.Token.Span.End, 0);
        if (close != SyntaxKind.CloseBraceToken)
        {
            return new SuggestedFix(end, SyntaxFacts.GetPunctuation(close) ?? string.Empty);
        }

        var line = Source.ToString(Source.GetLineSpan(Source.GetLinePosition(open.Span.Start).Line));
        var indent = line.Substring(0, line.Length - line.TrimStart().Length);
        return new SuggestedFix(end, "\n" + indent + "}");
    }

    private static int KeyOf(TokenInput at, bool atLineEnd) => (at.Position * 2) + (atLineEnd ? 0 : 1);

    // 項目ア: the keyword is right and only the blank behind it is missing.
    private static bool IsGlued(SyntaxToken token, KeywordFact keyword) =>
        keyword.Kind is SyntaxKind.KeyKeyword or SyntaxKind.NameKeyword or SyntaxKind.InputKeyword or SyntaxKind.PeriodKeyword
            or SyntaxKind.TotalKeyword
            or SyntaxKind.EntityKeyword or SyntaxKind.EnumerationKeyword or SyntaxKind.UnitKeyword or SyntaxKind.ConstantKeyword
            or SyntaxKind.FrameworkKeyword or SyntaxKind.PublishedKeyword
            or SyntaxKind.GrantKeyword or SyntaxKind.AreaKeyword or SyntaxKind.GoalKeyword or SyntaxKind.GroupKeyword
            or SyntaxKind.IndicatorKeyword or SyntaxKind.SeriesKeyword or SyntaxKind.ItemKeyword
        && token.Text.Length > keyword.Japanese.Length && token.Text.StartsWith(keyword.Japanese, StringComparison.Ordinal);

    // 対象 has a label behind it where it begins a declaration; in a 枠 a condition, which could not take what was glued.
    private static bool TakesLabel(SyntaxKind keyword, SyntaxKind[] expected) =>
        keyword != SyntaxKind.EntityKeyword || Array.IndexOf(expected, SyntaxKind.FrameworkKeyword) >= 0;

    private void SplitKeyword(TokenInput at, KeywordFact keyword)
    {
        var token = at.Token;
        var length = keyword.Japanese.Length;
        ReportMisspelt(at, keyword.Japanese + " " + token.Text.Substring(length));
        Tokens[at.Position] = new SyntaxToken(keyword.Kind, keyword.Japanese, token.Span.Start, token.LeadingTrivia, []);
        _gluedLabel = (at.Position + 1, new SyntaxToken(
            SyntaxKind.WordToken, token.Text.Substring(length), token.Span.Start + length, [], token.TrailingTrivia));
    }

    private void ReportUnexpected(TokenInput at, SuggestedFix? fix, SyntaxKind[] expected)
    {
        if (Claim(at))
        {
            Add(Descriptors.Expected, at.Token.Span, [SyntaxFacts.GetDisplayList(expected), Found(at.Token.Text)], fix: fix);
        }
    }

    private void ReportMisspelt(TokenInput at, string suggestion)
    {
        if (Claim(at))
        {
            Add(Descriptors.MisspeltKeyword, at.Token.Span, [at.Token.Text, suggestion], fix: new SuggestedFix(at.Token.Span, suggestion));
        }
    }

    /// <summary>Whether nothing has been reported at or behind a place; if so it counts as reported from now on.</summary>
    private bool Claim(TokenInput at, bool atLineEnd = false)
    {
        var key = KeyOf(at, atLineEnd);
        if (_isSilent || key <= _lastReported)
        {
            return false;
        }

        _lastReported = key;
        return true;
    }

    private static LocalizedText Found(string text)
    {
        var shown = text.Length <= 24 ? text : text.Substring(0, char.IsHighSurrogate(text[22]) ? 22 : 23) + "…";
        return new LocalizedText($"`{shown}` があります", $"`{shown}`");
    }

    private void Add(
        DiagnosticDescriptor descriptor,
        TextSpan span,
        ImmutableArray<object> arguments,
        ImmutableArray<RelatedLocation> related = default,
        SuggestedFix? fix = null) =>
        _diagnostics.Add(new Diagnostic(descriptor, new TextLocation(Source, span), arguments, related, fix));
}
