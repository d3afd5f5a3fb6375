using System.Globalization;
using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Cli;

/// <summary>Every sentence this tool says, in both languages, side by side so that neither is forgotten. Labels of the specs are data and stay as they are.</summary>
internal sealed partial class Texts(MessageLanguage language)
{
    public MessageLanguage Language { get; } = language;

    private bool Japanese => Language == MessageLanguage.Japanese;

    /// <summary>A whole number with thousands separators.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public string InternalError(Exception problem) => Say(
        $"内部エラー: {problem.Message}（{problem.GetType().Name}）\nこのツールの不具合です。KAIGO_TRACE=1 を付けて実行すると詳細を表示します。",
        $"internal error: {problem.Message} ({problem.GetType().Name})\nThis is a fault of the tool. Run it with KAIGO_TRACE=1 for details.");

    public string DidYouMean(string? candidate) => candidate is null
        ? string.Empty
        : Say($"もしかして: {candidate}", $"Did you mean {candidate}?");

    /// <summary>Between things of one line.</summary>
    public string Separator => Say("、", ", ");

    private string Say(string japanese, string english) => Japanese ? japanese : english;

    /// <summary>A sentence and, when there is one, the nearest name behind it.</summary>
    private string Suggest(string sentence, string? candidate) => candidate is null ? sentence : $"{sentence}{(Japanese ? string.Empty : " ")}{DidYouMean(candidate)}";

    private static string Plural(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";
}
