using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// Characters → tokens. Lossless: every character is in exactly one token or trivia. It knows nothing of the grammar
/// beyond four rules about digits: behind an adjacent dot digits are a label (no decimal point), 上位7割 is two tokens,
/// a number takes the letters and % glued to it, and of those a final 未満, 以上, 以下 or 超 is a token of its own.
/// </summary>
internal sealed partial class Lexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<SyntaxTrivia>.Builder _trivia = ImmutableArray.CreateBuilder<SyntaxTrivia>();
    private readonly List<SyntaxToken> _tokens = [];
    private readonly List<bool> _startsLine = [];
    private int _position;
    private bool _sawLineEnd = true;

    private Lexer(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = source.Text;
        _diagnostics = diagnostics;
    }

    /// <summary>The tokens of a text, the end-of-file token last, and for each whether it is the first of its line.</summary>
    public static (SyntaxToken[] Tokens, bool[] StartsLine) Lex(SourceText source, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(source, diagnostics);
        lexer.Run();
        return ([.. lexer._tokens], [.. lexer._startsLine]);
    }

    private char Current => Peek(0);

    private char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private char PeekFolded(int offset) => CharacterFolding.FoldWidth(Peek(offset));

    private void Run()
    {
        while (true)
        {
            var leading = ReadTrivia(isTrailing: false);
            _startsLine.Add(_sawLineEnd);
            _sawLineEnd = false;
            if (_position >= _text.Length)
            {
                _tokens.Add(new SyntaxToken(SyntaxKind.EndOfFileToken, string.Empty, _position, leading, []));
                return;
            }

            var start = _position;
            var kind = ReadToken();
            var text = _text.Substring(start, _position - start);
            if (kind == SyntaxKind.WordToken && SyntaxFacts.FindKeyword(CharacterFolding.Fold(text)) is { OnlyInRules: false } keyword)
            {
                kind = keyword.Kind;
            }

            _tokens.Add(new SyntaxToken(kind, text, start, leading, ReadTrivia(isTrailing: true)));
        }
    }

    // Called only where ReadTrivia stopped, so some token begins here.
    private SyntaxKind ReadToken()
    {
        if (CharacterFolding.IsDigit(Current))
        {
            return ReadNumber();
        }

        if (CharacterClasses.LabelStartLength(_text, _position) > 0)
        {
            return ReadWord();
        }

        if (Current is '「' or '"')
        {
            return ReadString();
        }

        var (kind, length) = FindPunctuation();
        _position += length;
        return kind;
    }

    private (SyntaxKind Kind, int Length) FindPunctuation()
    {
        var equalsFollows = PeekFolded(1) == '=';
        return PeekFolded(0) switch
        {
            '{' => (SyntaxKind.OpenBraceToken, 1),
            '}' => (SyntaxKind.CloseBraceToken, 1),
            '(' => (SyntaxKind.OpenParenToken, 1),
            ')' => (SyntaxKind.CloseParenToken, 1),
            ',' or '、' => (SyntaxKind.CommaToken, 1),
            ':' => (SyntaxKind.ColonToken, 1),
            ';' => (SyntaxKind.SemicolonToken, 1),
            '.' => (SyntaxKind.DotToken, 1),
            '=' => (SyntaxKind.EqualsToken, equalsFollows ? 2 : 1),
            '≠' => (SyntaxKind.NotEqualsToken, 1),
            '!' when equalsFollows => (SyntaxKind.NotEqualsToken, 2),
            '<' => equalsFollows ? (SyntaxKind.LessOrEqualToken, 2) : (SyntaxKind.LessToken, 1),
            '≤' or '≦' => (SyntaxKind.LessOrEqualToken, 1),
            '>' => equalsFollows ? (SyntaxKind.GreaterOrEqualToken, 2) : (SyntaxKind.GreaterToken, 1),
            '≥' or '≧' => (SyntaxKind.GreaterOrEqualToken, 1),
            '+' => (SyntaxKind.PlusToken, 1),
            '→' => (SyntaxKind.ArrowToken, 1),
            '-' when PeekFolded(1) == '>' => (SyntaxKind.ArrowToken, 2),
            '-' or '−' => (SyntaxKind.MinusToken, 1),
            '×' or '*' => (SyntaxKind.TimesToken, 1),
            '÷' => (SyntaxKind.DivideToken, 1),
            '/' => (SyntaxKind.SlashToken, 1),
            '%' => (SyntaxKind.PercentToken, 1),
            _ => (SyntaxKind.None, 0),
        };
    }

    private SyntaxKind ReadWord()
    {
        var start = _position;
        ReadLabelParts();

        // 上位7割: the keyword and the number are written together in every table.
        if (!IsBehindDot(start) && _position - start > 2 && _text[start + 1] == '位' && _text[start] is '上' or '下'
            && CharacterFolding.IsDigit(_text[start + 2]))
        {
            _position = start + 2;
        }

        return SyntaxKind.WordToken;
    }

    private SyntaxKind ReadNumber()
    {
        var start = _position;
        var isLabel = IsBehindDot(start);
        ReadDigits();
        if (!isLabel && PeekFolded(0) == '.' && CharacterFolding.IsDigit(Peek(1)))
        {
            _position++;
            ReadDigits();
        }

        var glued = _position;
        while (true)
        {
            var length = PeekFolded(0) == '%' && !isLabel ? 1 : CharacterClasses.LabelPartLength(_text, _position);
            if (length == 0)
            {
                break;
            }

            _position += length;
        }

        if (!isLabel)
        {
            SplitComparison(glued);
        }

        return SyntaxKind.NumberToken;
    }

    private void SplitComparison(int glued)
    {
        foreach (var ending in new[] { "未満", "以上", "以下", "超" })
        {
            if (_position - glued >= ending.Length
                && string.CompareOrdinal(_text, _position - ending.Length, ending, 0, ending.Length) == 0)
            {
                _position -= ending.Length;
                return;
            }
        }
    }

    private void ReadDigits()
    {
        while (CharacterFolding.IsDigit(Current) || PeekFolded(0) == '_')
        {
            _position++;
        }
    }

    private void ReadLabelParts()
    {
        while (CharacterClasses.LabelPartLength(_text, _position) is > 0 and var length)
        {
            _position += length;
        }
    }

    private bool IsBehindDot(int start) =>
        _tokens.Count > 0 && _tokens[_tokens.Count - 1] is { Kind: SyntaxKind.DotToken } dot && dot.FullSpan.End == start;

    private SyntaxKind ReadString()
    {
        var start = _position;
        var close = Current == '「' ? '」' : '"';
        var depth = 0;
        while (_position < _text.Length && Current is not ('\r' or '\n'))
        {
            var c = Current;
            _position++;
            if (close == '"' && c == '\\' && Current is not ('\r' or '\n' or '\0'))
            {
                _position++;
            }
            else if (close == '」' && c == '「')
            {
                depth++;
            }
            else if (c == close && _position - start > 1 && (close == '"' || --depth == 0))
            {
                return SyntaxKind.StringToken;
            }
        }

        EndUnterminatedString(start, close);
        return SyntaxKind.StringToken;
    }

    // The brace that ends a header line is kept out of the string, so that one forgotten quote does not unbalance the file.
    private void EndUnterminatedString(int start, char close)
    {
        var end = _position;
        TrimBlanks();
        if (_position - start > 1 && CharacterFolding.FoldWidth(_text[_position - 1]) == '{')
        {
            _position--;
            TrimBlanks();
            end = _position;
        }

        _position = end;
        _diagnostics.Add(new Diagnostic(
            Descriptors.UnterminatedString,
            new TextLocation(_source, new TextSpan(start, 1)),
            [close.ToString(CultureInfo.InvariantCulture)],
            fix: new SuggestedFix(new TextSpan(end, 0), close.ToString(CultureInfo.InvariantCulture))));

        void TrimBlanks()
        {
            while (_position - start > 1 && CharacterClasses.IsBlank(_text[_position - 1]))
            {
                _position--;
            }
        }
    }
}
