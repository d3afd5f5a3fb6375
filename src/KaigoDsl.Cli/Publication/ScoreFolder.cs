using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>The files of <c>kaigo score --out DIR</c>: all of them or none.</summary>
internal static class ScoreFolder
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to; created when it does not exist.</param>
    /// <param name="evaluation">What to write.</param>
    /// <param name="paths">The files, in the order in which they were written.</param>
    /// <returns><see langword="null"/>, or why nothing was written.</returns>
    public static FileProblem? Write(string folder, Evaluation evaluation, out string[] paths)
    {
        var groups = ScoreGroups.Create(evaluation);
        (string Name, Action<Stream> Write)[] files =
        [
            (ScoresFile.Name, stream => ScoresFile.Write(stream, evaluation)),
            (StatisticsFile.Name, stream => StatisticsFile.Write(stream, groups)),
            (RanksFile.Name, stream => RanksFile.Write(stream, groups)),
            (DistributionFile.Name, stream => DistributionFile.Write(stream, groups)),
            (ItemsFile.Name, stream => ItemsFile.Write(stream, evaluation)),
        ];
        paths = [.. files.Select(file => Path.Combine(folder, file.Name))];
        return AtomicFiles.Write([.. files.Select(file => (Path.Combine(folder, file.Name), file.Write))]);
    }
}
