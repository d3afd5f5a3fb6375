namespace KaigoDsl.Runtime;

/// <summary>What is wrong with one cell: what was read and what was expected, in both languages.</summary>
/// <param name="Kind">Why it was refused.</param>
/// <param name="Read">The cell's text as read.</param>
/// <param name="ExpectedJapanese">What is accepted instead, as a Japanese phrase.</param>
/// <param name="ExpectedEnglish">What is accepted instead, as an English phrase.</param>
public sealed record CellProblem(CellProblemKind Kind, string Read, string ExpectedJapanese, string ExpectedEnglish)
{
    /// <summary>A full Japanese sentence.</summary>
    public string Japanese => Kind switch
    {
        CellProblemKind.BlankKey => $"鍵が空欄です。{ExpectedJapanese}を入れてください。",
        CellProblemKind.WrongUnit => $"「{Read}」の単位が違います。{ExpectedJapanese}を入れてください。",
        CellProblemKind.OutOfRange => $"「{Read}」は範囲を超えています。{ExpectedJapanese}を入れてください。",
        CellProblemKind.NoSuchDate => $"「{Read}」という日付はありません。{ExpectedJapanese}を入れてください。",
        _ => $"「{Read}」は読めません。{ExpectedJapanese}を入れてください。",
    };

    /// <summary>A full English sentence.</summary>
    public string English => Kind switch
    {
        CellProblemKind.BlankKey => $"The key is blank; expected {ExpectedEnglish}.",
        CellProblemKind.WrongUnit => $"`{Read}` has another unit; expected {ExpectedEnglish}.",
        CellProblemKind.OutOfRange => $"`{Read}` is out of range; expected {ExpectedEnglish}.",
        CellProblemKind.NoSuchDate => $"`{Read}` is not a date of the calendar; expected {ExpectedEnglish}.",
        _ => $"`{Read}` cannot be read; expected {ExpectedEnglish}.",
    };
}
