using System.Security;

namespace KaigoDsl.Data;

/// <summary>Why a file could not be read or written.</summary>
/// <param name="Path">The file as the caller named it.</param>
/// <param name="Japanese">What happened, in Japanese.</param>
/// <param name="English">What happened, in English.</param>
public sealed record FileProblem(string Path, string Japanese, string English)
{
    internal static bool IsExpected(Exception problem) => problem
        is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    internal static FileProblem Reading(string path, Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            new(path, $"{path}: ファイルがありません。", $"{path}: the file does not exist."),
        UnauthorizedAccessException or SecurityException =>
            new(path, $"{path}: 読み取りが許可されていません。", $"{path}: reading is not permitted."),
        _ => new(path, $"{path}: 読み取れません（{problem.Message}）。", $"{path}: cannot be read ({problem.Message})."),
    };

    internal static FileProblem Writing(string path, Exception problem) => problem switch
    {
        UnauthorizedAccessException or SecurityException =>
            new(path, $"{path}: 書き込みが許可されていません。", $"{path}: writing is not permitted."),
        _ => new(path, $"{path}: 書き込めません（{problem.Message}）。", $"{path}: cannot be written ({problem.Message})."),
    };
}
