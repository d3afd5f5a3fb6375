using System.Globalization;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>
/// The unit of a 端数 as it is written in documents, glued together: <c>千円未満切り捨て</c>, <c>小数点以下10位</c>. Elsewhere these are labels like any
/// other, so it is here and not in the lexer that they are taken apart.
/// </summary>
internal static class RoundingWords
{
    private const string DecimalPlacesText = "小数点以下";
    private const string BelowText = "未満";

    private static readonly SyntaxKind[] Directions =
    [
        SyntaxKind.RoundDownKeyword, SyntaxKind.RoundNearestKeyword, SyntaxKind.RoundUpKeyword,
    ];

    /// <summary>What was read; parts not written are <see langword="null"/>, a unit that is not there is missing and reported.</summary>
    internal readonly record struct Words(SyntaxToken? DecimalPlaces, SyntaxToken Unit, SyntaxToken? Below, SyntaxToken? Direction, TokenInput After);

    /// <summary>Reads everything in front of the direction, and the direction if it is glued to it.</summary>
    public static Words Read(TokenInput at)
    {
        SyntaxToken? places = null;
        if (at.Kind == SyntaxKind.DecimalPlacesKeyword)
        {
            places = at.Token;
            at = at.Next;
        }

        if (at.StartsLine || at.Kind is not (SyntaxKind.WordToken or SyntaxKind.NumberToken))
        {
            at.Context.ReportExpected(at, SyntaxKind.NamedType);
            return new Words(places, ParseContext.Missing(at, SyntaxKind.WordToken), null, null, at);
        }

        var parts = Split(at.Token, places is null);
        var rest = at.Next;
        var below = parts.Below;
        if (below is null && parts.Direction is null && rest.Kind == SyntaxKind.BelowKeyword)
        {
            below = rest.Token;
            rest = rest.Next;
        }

        if (parts.Unit.Kind == SyntaxKind.NumberToken)
        {
            at.Context.CheckNumber(parts.Unit);
        }

        return new Words(places ?? parts.DecimalPlaces, parts.Unit, below, parts.Direction, rest);
    }

    private static (SyntaxToken? DecimalPlaces, SyntaxToken Unit, SyntaxToken? Below, SyntaxToken? Direction) Split(SyntaxToken token, bool mayHavePlaces)
    {
        var text = token.Text;
        var end = text.Length;
        var direction = Directions.Select(SyntaxFacts.GetKeyword).OfType<KeywordFact>()
            .FirstOrDefault(k => LengthAtEnd(text, k.Japanese) > 0);
        var directionStart = direction is null ? end : end - LengthAtEnd(text, direction.Japanese);
        var hasBelow = directionStart > BelowText.Length
            && string.CompareOrdinal(text, directionStart - BelowText.Length, BelowText, 0, BelowText.Length) == 0;
        var belowStart = hasBelow ? directionStart - BelowText.Length : directionStart;
        var hasPlaces = mayHavePlaces && belowStart > DecimalPlacesText.Length
            && text.StartsWith(DecimalPlacesText, StringComparison.Ordinal) && CharacterFolding.IsDigit(text[DecimalPlacesText.Length]);
        var unitStart = hasPlaces ? DecimalPlacesText.Length : 0;
        if (direction is null && !hasBelow && !hasPlaces)
        {
            return (null, token, null, null);
        }

        return (
            hasPlaces ? Part(SyntaxKind.DecimalPlacesKeyword, 0, unitStart) : null,
            Part(CharacterFolding.IsDigit(text[unitStart]) ? SyntaxKind.NumberToken : SyntaxKind.WordToken, unitStart, belowStart),
            hasBelow ? Part(SyntaxKind.BelowKeyword, belowStart, directionStart) : null,
            direction is null ? null : Part(direction.Kind, directionStart, end));

        SyntaxToken Part(SyntaxKind kind, int from, int to) => new(
            kind,
            text.Substring(from, to - from),
            token.Span.Start + from,
            from == 0 ? token.LeadingTrivia : [],
            to == end ? token.TrailingTrivia : []);
    }

    // 切り上げ may be written with a combining voiced mark, one character longer.
    private static int LengthAtEnd(string text, string word)
    {
        for (var length = word.Length; length < text.Length && length <= 2 * word.Length; length++)
        {
            if (string.Equals(CharacterFolding.Fold(text.Substring(text.Length - length)), word, StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>The number of decimal places a token names (<c>10位</c>, <c>10</c>); <see langword="null"/> when it names none.</summary>
    public static int? ReadPlaces(SyntaxToken token)
    {
        var literal = NumberLiteral.Parse(token.Text);
        return literal.IsValid && literal.Unit is "位" or "rank" or "" && literal.Value.IsInteger && literal.Value.Sign >= 0 && literal.Value <= 100
            ? int.Parse(literal.Value.ToString(), CultureInfo.InvariantCulture)
            : null;
    }
}
