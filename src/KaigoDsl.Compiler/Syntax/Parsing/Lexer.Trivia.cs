using System.Collections.Immutable;
using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

internal sealed partial class Lexer
{
    private const char ByteOrderMark = '\uFEFF';

    // Trailing trivia ends behind the first line end; everything else leads the next token.
    private ImmutableArray<SyntaxTrivia> ReadTrivia(bool isTrailing)
    {
        while (_position < _text.Length)
        {
            var start = _position;
            var kind = ReadTriviaKind(isTrailing);
            if (kind == SyntaxKind.None)
            {
                break;
            }

            var span = TextSpan.FromBounds(start, _position);
            _trivia.Add(new SyntaxTrivia(kind, _text.Substring(start, span.Length), span));
            if (kind == SyntaxKind.EndOfLineTrivia)
            {
                _sawLineEnd = true;
                if (isTrailing)
                {
                    break;
                }
            }
        }

        if (_trivia.Count == 0)
        {
            return [];
        }

        var trivia = _trivia.ToImmutable();
        _trivia.Clear();
        return trivia;
    }

    private SyntaxKind ReadTriviaKind(bool isTrailing)
    {
        var c = Current;
        if (c is '\r' or '\n')
        {
            _position += c == '\r' && Peek(1) == '\n' ? 2 : 1;
            return SyntaxKind.EndOfLineTrivia;
        }

        if (CharacterClasses.IsBlank(c))
        {
            while (_position < _text.Length && CharacterClasses.IsBlank(Current))
            {
                _position++;
            }

            return SyntaxKind.WhitespaceTrivia;
        }

        if (c == '/' && Peek(1) == '/')
        {
            var isDocumentation = !isTrailing && Peek(2) == '/' && Peek(3) != '/';
            while (_position < _text.Length && Current is not ('\r' or '\n'))
            {
                _position++;
            }

            return isDocumentation ? SyntaxKind.DocumentationTrivia : SyntaxKind.LineCommentTrivia;
        }

        if (c == '/' && Peek(1) == '*')
        {
            ReadBlockComment();
            return SyntaxKind.BlockCommentTrivia;
        }

        if (c == ByteOrderMark && _position == 0)
        {
            _position++;
            return SyntaxKind.ByteOrderMarkTrivia;
        }

        return IsBadCharacter() ? ReadBadCharacters() : SyntaxKind.None;
    }

    private void ReadBlockComment()
    {
        var start = _position;
        var close = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        _position = close < 0 ? _text.Length : close + 2;
        _sawLineEnd |= _text.IndexOfAny(['\r', '\n'], start, _position - start) >= 0;
        if (close < 0)
        {
            _diagnostics.Add(new Diagnostic(
                Descriptors.UnterminatedComment,
                new TextLocation(_source, new TextSpan(start, 2)),
                [],
                fix: new SuggestedFix(new TextSpan(_text.Length, 0), "*/")));
        }
    }

    // A run of bad characters is trivia and one diagnostic: the parser does not see it, so it causes no second error.
    private SyntaxKind ReadBadCharacters()
    {
        var start = _position;
        do
        {
            _position += char.IsHighSurrogate(Current) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        }
        while (_position < _text.Length && IsBadCharacter());

        var span = TextSpan.FromBounds(start, _position);
        _diagnostics.Add(new Diagnostic(
            Descriptors.BadCharacter,
            new TextLocation(_source, span),
            [Describe(span)],
            fix: new SuggestedFix(span, string.Empty)));
        return SyntaxKind.BadToken;
    }

    private bool IsBadCharacter() =>
        !CharacterFolding.IsDigit(Current)
        && Current is not ('「' or '"' or '\r' or '\n')
        && !CharacterClasses.IsBlank(Current)
        && FindPunctuation().Length == 0
        && CharacterClasses.LabelStartLength(_text, _position) == 0;

    // What cannot be seen is named by its code.
    private string Describe(TextSpan span)
    {
        var text = _source.ToString(span);
        foreach (var c in text)
        {
            if (char.IsControl(c) || c == ByteOrderMark || char.IsSurrogate(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark)
            {
                return string.Join(" ", text.Select(u => "U+" + ((int)u).ToString("X4", CultureInfo.InvariantCulture)).Take(4));
            }
        }

        return text.Length <= 8 ? text : text.Substring(0, 8) + "…";
    }
}
