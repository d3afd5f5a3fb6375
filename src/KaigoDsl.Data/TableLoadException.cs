namespace KaigoDsl.Data;

/// <summary>
/// A generated table's <c>Load</c> could not read its file. Callers that expect bad files use <see cref="TableReader"/> and look at
/// the result; this is for those that do not, and it keeps every problem found.
/// </summary>
public sealed class TableLoadException : Exception
{
    /// <summary>Wraps a failed reading.</summary>
    public TableLoadException(TableReadResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>The binding report and every bad cell.</summary>
    public TableReadResult Result { get; }

    private static string Describe(TableReadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);

        // A message is read in a log: the first few problems are enough there.
        const int Shown = 10;
        var lines = result.Errors.Take(Shown).Select(error => error.ToText(japanese: true)).ToList();
        if (result.Errors.Length > Shown)
        {
            lines.Add($"ほか{result.Errors.Length - Shown}件");
        }

        return string.Join('\n', lines.Prepend($"データを読めません: {result.Report.File}"));
    }
}
