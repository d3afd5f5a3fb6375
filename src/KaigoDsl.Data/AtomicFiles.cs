namespace KaigoDsl.Data;

/// <summary>
/// Writes a set of files so that a reader never sees one half-written: every file is first written beside its target under a
/// temporary name, and only when all of them are complete are they moved into place. On failure the temporary files are removed
/// and targets not yet replaced keep their old content.
/// </summary>
public static class AtomicFiles
{
    /// <summary>Writes one file.</summary>
    /// <param name="path">The target; its directory is created when it does not exist.</param>
    /// <param name="write">Writes the content; the stream is closed afterwards.</param>
    /// <returns><see langword="null"/>, or why it could not be written.</returns>
    public static FileProblem? Write(string path, Action<Stream> write) => Write([(path, write)]);

    /// <summary>Writes several files that belong together.</summary>
    /// <param name="files">Targets and what writes each.</param>
    /// <returns><see langword="null"/>, or the first problem; then nothing was put in place unless a move itself failed midway.</returns>
    public static FileProblem? Write(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        var staged = new List<(string Temporary, string Target)>(files.Count);
        var current = string.Empty;
        try
        {
            foreach (var (path, write) in files)
            {
                current = path;
                var target = Path.GetFullPath(path);
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? ".");

                // The same directory, so that the final move is a rename and not a copy. The name needs no randomness: CreateNew
                // refuses one that exists, and a leftover of a killed run is skipped over.
                var (stream, temporary) = CreateBeside(target);
                staged.Add((temporary, target));
                using (stream)
                {
                    write(stream);
                }
            }

            for (var i = 0; i < staged.Count; i++)
            {
                current = files[i].Path;
                File.Move(staged[i].Temporary, staged[i].Target, overwrite: true);
            }

            return null;
        }
        catch (Exception problem) when (FileProblem.IsExpected(problem))
        {
            return FileProblem.Writing(current, problem);
        }
        finally
        {
            foreach (var (temporary, _) in staged)
            {
                DeleteQuietly(temporary);
            }
        }
    }

    private static (FileStream Stream, string Path) CreateBeside(string target)
    {
        for (var attempt = 0; ; attempt++)
        {
            var temporary = $"{target}.{Environment.ProcessId:x}-{attempt:x}.tmp";
            try
            {
                return (new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), temporary);
            }
            catch (IOException) when (attempt < 100 && File.Exists(temporary))
            {
            }
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (FileProblem.IsExpected(problem))
        {
        }
    }
}
