using System.Collections.Immutable;
using System.Globalization;
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
    private int _lastReported = -1;
    private bool _isSilent;
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

    /// <summary>A token for what is not there; it stands in front of the trivia of the token that is.</summary>
    public static SyntaxToken Missing(TokenInput at, SyntaxKind kind) =>
        new(kind, string.Empty, at.Token.FullSpan.Start, [], [], isMissing: true);

    /// <summary>Begins a member: what was wrong with the one before no longer silences anything.</summary>
    public void BeginMember()
    {
        _isSilent = false;
        _operators = 0;
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

    /// <summary>Reports that something else was expected; at most once a place.</summary>
    public void ReportExpected(TokenInput at, params SyntaxKind[] expected)
    {
        if (!Claim(at.Position))
        {
            return;
        }

        // What is missing at the end of a line is missed there, not at whatever the next line begins with.
        var atLineEnd = at.Position > 0 && (at.StartsLine || at.AtEnd);
        var span = atLineEnd ? new TextSpan(at.Previous.Token.Span.End, 0) : at.Token.Span;
        Add(
            Descriptors.Expected,
            span,
            [SyntaxFacts.GetDisplayList(expected), at.AtEnd ? SyntaxFacts.GetDisplayName(SyntaxKind.EndOfFileToken) : atLineEnd ? LineEnd : Quote(at.Token.Text)],
            fix: expected.Length == 1 && SyntaxFacts.GetPunctuation(expected[0]) is { } text && at.Position > 0
                ? new SuggestedFix(new TextSpan(at.Previous.Token.Span.End, 0), " " + text)
                : null);
    }

    /// <summary>
    /// If the word at a place is a near miss of one of the expected keywords, reports that and puts the keyword in its
    /// place, so that everything behind it is understood.
    /// </summary>
    public bool TryRepairKeyword(TokenInput at, params SyntaxKind[] expected)
    {
        var token = at.Token;
        if (token.Kind != SyntaxKind.WordToken && !SyntaxFacts.IsKeyword(token.Kind))
        {
            return false;
        }

        var keywords = expected.Select(SyntaxFacts.GetKeyword).OfType<KeywordFact>().ToArray();
        var word = CharacterFolding.Fold(token.Text);
        var suggestion = NearestName.Find(word, keywords.SelectMany(k => new[] { k.Japanese, k.English }));
        var glued = keywords
            .Where(k => k.Role is KeywordRole.Declaration or KeywordRole.Node or KeywordRole.Member)
            .Where(k => word.Length > k.Japanese.Length && word.StartsWith(k.Japanese, StringComparison.Ordinal))
            .OrderByDescending(k => k.Japanese.Length)
            .FirstOrDefault();
        if (glued is null && suggestion is null)
        {
            return false;
        }

        // 項目ア: the keyword is right, the blank behind it is missing; its label is not asked for a second time.
        var keyword = glued ?? SyntaxFacts.FindKeyword(suggestion ?? string.Empty);
        if (keyword is null)
        {
            return false;
        }

        var text = glued is null ? suggestion ?? keyword.Japanese : glued.Japanese + " " + word.Substring(glued.Japanese.Length);
        if (Claim(at.Position))
        {
            Add(Descriptors.MisspeltKeyword, token.Span, [token.Text, text], fix: new SuggestedFix(token.Span, text));
        }

        if (glued is not null)
        {
            _lastReported = at.Position + 1;
        }

        Tokens[at.Position] = new SyntaxToken(keyword.Kind, token.Text, token.Span.Start, token.LeadingTrivia, token.TrailingTrivia);
        return true;
    }

    /// <summary>Reports a bracket that is never closed, where it was opened.</summary>
    public void ReportUnclosed(SyntaxToken open, SyntaxKind close, TokenInput expectedAt)
    {
        if (open.IsMissing || _isSilent)
        {
            return;
        }

        // What follows at the same place is a consequence.
        _lastReported = Math.Max(_lastReported, expectedAt.Position);
        Add(
            Descriptors.UnclosedBracket,
            open.Span,
            [open.Text, SyntaxFacts.GetPunctuation(close) ?? string.Empty],
            [new RelatedLocation(
                new TextLocation(Source, new TextSpan(expectedAt.Previous.Token.Span.End, 0)),
                new LocalizedText("この後で閉じるものとして読みました。", "Read as if it were closed after this."))]);
    }

    /// <summary>Reports a closing bracket that closes nothing.</summary>
    public void ReportUnmatched(TokenInput at)
    {
        if (Claim(at.Position))
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
    public void ReportDuplicate(TextSpan span, LocalizedText name, TextSpan first) => Add(
        Descriptors.DuplicateHeaderPart,
        span,
        [name],
        [new RelatedLocation(new TextLocation(Source, first), new LocalizedText("最初の指定はここです。", "First given here."))],
        new SuggestedFix(span, string.Empty));

    /// <summary>Reports a part of a header that means nothing there.</summary>
    public void ReportMisplaced(TextSpan span, LocalizedText name, LocalizedText owner, LocalizedText hint) =>
        Add(Descriptors.MisplacedPart, span, [name, owner, hint]);

    /// <summary>Reports a number token that is no number.</summary>
    public void CheckNumber(SyntaxToken token)
    {
        if (!token.IsMissing && !NumberLiteral.Parse(token.Text).IsValid)
        {
            Add(Descriptors.BadNumber, token.Span, [token.Text]);
        }
    }

    /// <summary>Whether nothing has been reported at or behind a place; if so it counts as reported from now on.</summary>
    private bool Claim(int position)
    {
        if (_isSilent || position <= _lastReported)
        {
            return false;
        }

        _lastReported = position;
        return true;
    }

    private static LocalizedText LineEnd { get; } = new("行の終わり", "the end of the line");

    private static LocalizedText Quote(string text)
    {
        var shown = text.Length <= 24 ? text : text.Substring(0, char.IsHighSurrogate(text[22]) ? 22 : 23) + "…";
        var quoted = string.Format(CultureInfo.InvariantCulture, "`{0}`", shown);
        return new LocalizedText(quoted, quoted);
    }

    private void Add(
        DiagnosticDescriptor descriptor,
        TextSpan span,
        ImmutableArray<object> arguments,
        ImmutableArray<RelatedLocation> related = default,
        SuggestedFix? fix = null) =>
        _diagnostics.Add(new Diagnostic(descriptor, new TextLocation(Source, span), arguments, related, fix));
}
