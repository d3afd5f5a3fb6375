using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KaigoDsl.Runtime;

/// <summary>
/// Reads one cell of a data file as its column's declaration says. Full-width digits and signs are accepted; nothing is ever guessed:
/// what is not in an accepted form is a problem, not a blank.
/// </summary>
public static partial class CellParser
{
    /// <summary>Reads a cell.</summary>
    /// <param name="text">The cell's text; surrounding blanks do not matter.</param>
    /// <param name="column">The column's declaration.</param>
    /// <param name="value">The value; blank when refused.</param>
    /// <param name="problem">What is wrong, when refused.</param>
    /// <returns>Whether the cell was accepted.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, ColumnSchema column, out CellValue value, [NotNullWhen(false)] out CellProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(column);
        text = text.Trim();
        problem = null;
        value = default;
        if (text.IsEmpty && column.Kind != ColumnKind.Key)
        {
            return true;
        }

        problem = column.Type switch
        {
            ColumnType.Answer => ParseAnswer(text, column, ref value),
            ColumnType.Truth => ParseTruth(text, ref value),
            ColumnType.Quantity => ParseQuantity(text, column, ref value),
            ColumnType.Year => ParseYear(text, ref value),
            ColumnType.Date => ParseDate(text, ref value),
            ColumnType.Enumeration => ParseMember(text, column, ref value),
            _ => ParseText(text, column, ref value),
        };
        return problem is null;
    }

    private static CellProblem? ParseText(ReadOnlySpan<char> text, ColumnSchema column, ref CellValue value)
    {
        if (text.IsEmpty)
        {
            return new CellProblem(CellProblemKind.BlankKey, string.Empty, $"{column.Name}", $"the {column.Name}");
        }

        value = new CellValue { Text = text.ToString() };
        return null;
    }

    private static CellProblem? ParseMember(ReadOnlySpan<char> text, ColumnSchema column, ref CellValue value)
    {
        foreach (var member in column.Members)
        {
            if (text.SequenceEqual(member))
            {
                value = new CellValue { Text = member };
                return null;
            }
        }

        var members = string.Join("・", column.Members);
        return new CellProblem(CellProblemKind.UnknownMember, text.ToString(), $"{members}のいずれか", "one of " + string.Join(", ", column.Members));
    }

    private static CellProblem? ParseTruth(ReadOnlySpan<char> text, ref CellValue value)
    {
        var truth = text switch
        {
            "○" or "◯" or "〇" or "1" or "１" or "真" or "はい" => Truth.True,
            "×" or "✕" or "✗" or "0" or "０" or "偽" or "いいえ" => Truth.False,
            _ when Is(text, "true") || Is(text, "yes") => Truth.True,
            _ when Is(text, "false") || Is(text, "no") => Truth.False,
            _ => Truth.Unknown,
        };
        value = new CellValue { Truth = truth };
        return truth == Truth.Unknown
            ? Malformed(text, "○・×・1・0・真・偽・はい・いいえ", "○, ×, 1, 0, 真, 偽, true, false, yes or no")
            : null;
    }

    private static CellProblem? ParseAnswer(ReadOnlySpan<char> text, ColumnSchema column, ref CellValue value)
    {
        Answer? answer = text switch
        {
            "○" or "◯" or "〇" or "1" or "１" or "該当" => Answer.Met,
            "×" or "✕" or "✗" or "0" or "０" or "非該当" => Answer.NotMet,
            "未実施" => Answer.NotImplemented,
            "未報告" => Answer.NotReported,
            _ when Is(text, "met") => Answer.Met,
            _ when Is(text, "not-met") || Is(text, "not_met") => Answer.NotMet,
            _ when Is(text, "not-implemented") || Is(text, "not_implemented") || Is(text, "not_done") => Answer.NotImplemented,
            _ when Is(text, "not-reported") || Is(text, "not_reported") => Answer.NotReported,
            _ => AnswerFromPoints(text, column.Points),
        };
        if (answer is { } read)
        {
            value = new CellValue { Answer = read };
            return null;
        }

        var points = column.Points.ToString(CultureInfo.InvariantCulture);
        return column.Points > 1
            ? Malformed(text, $"○・×・1・0・該当・非該当・未実施・未報告・得点（{points}か0）", $"○, ×, 1, 0, met, not-met, not-implemented, not-reported or the points ({points} or 0)")
            : Malformed(text, "○・×・1・0・該当・非該当・未実施・未報告", "○, ×, 1, 0, met, not-met, not-implemented or not-reported");
    }

    /// <summary>The item's own points mean 該当; any other number is refused rather than taken for a yes.</summary>
    private static Answer? AnswerFromPoints(ReadOnlySpan<char> text, int points)
    {
        var reader = new NumberReader(text);
        if (text.Length > MaximumLength || !reader.TryRead(out var number) || (reader.Rest is not ("" or "点") && !Is(reader.Rest, "pt")))
        {
            return null;
        }

        return number.Equals(Rational.Zero) ? Answer.NotMet
            : points > 0 && number.Equals(points) ? Answer.Met
            : null;
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static CellProblem Malformed(ReadOnlySpan<char> text, string japanese, string english) =>
        new(CellProblemKind.Malformed, text.ToString(), japanese, english);
}
