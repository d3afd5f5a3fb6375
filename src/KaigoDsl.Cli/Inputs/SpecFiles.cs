using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary>Finds and reads <c>.kaigo</c> files: those named, those in the folders named, or the built-in ones when nothing is named.</summary>
internal static class SpecFiles
{
    private const string Extension = ".kaigo";

    private const int BuiltInYear = 2025;

    // Build output may hold copies, which would declare everything twice.
    private static readonly string[] s_ignoredFolders = ["bin", "obj", "artifacts", "node_modules"];

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads and parses.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="year">Of the built-in specs those of this fiscal year, where there are any; otherwise those of R7.</param>
    /// <param name="texts">For messages.</param>
    /// <param name="trees">The files, parsed.</param>
    /// <param name="failure">What cannot be read.</param>
    public static bool TryRead(
        IReadOnlyList<string> paths, int? year, Texts texts, out ImmutableArray<SyntaxTree> trees, [NotNullWhen(false)] out CommandFailure? failure)
    {
        trees = [];
        failure = null;
        if (paths.Count == 0)
        {
            trees = BuiltIn(year ?? BuiltInYear);
            trees = trees.IsEmpty ? BuiltIn(BuiltInYear) : trees;
            return true;
        }

        // A file named twice, or once itself and once by its folder, is one file.
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            failure ??= Find(path, texts, files);
        }

        if (failure is not null)
        {
            return false;
        }

        var sources = new List<SourceText>(files.Count);
        var problems = new StringBuilder();
        foreach (var path in files.Values)
        {
            if (TryReadFile(path, texts, out var text, out var problem))
            {
                sources.Add(SourceText.From(text, path));
            }
            else
            {
                problems.Append(problem).Append('\n');
            }
        }

        failure = problems.Length == 0 ? null : CommandFailure.Problems(problems.ToString());
        trees = SyntaxTree.ParseAll(sources, Environment.ProcessorCount);
        return failure is null;
    }

    /// <summary>Whether a path, seen from the folder that is looked through, is a spec that <see cref="TryRead"/> would take.</summary>
    public static bool IsSpec(string path)
    {
        var parts = path.Split('/');
        return path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !parts[..^1].Any(static folder =>
            (folder.StartsWith('.') && folder is not ("." or "..")) || s_ignoredFolders.Contains(folder, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Parses bytes that were read elsewhere.</summary>
    public static bool TryParse(
        string path, byte[] content, Texts texts, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out string? problem)
    {
        (tree, problem) = (null, null);
        try
        {
            tree = SyntaxTree.Parse(SourceText.From(Decode(content), path));
        }
        catch (DecoderFallbackException)
        {
            problem = texts.SpecNotUtf8(path);
        }

        return tree is not null;
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => s_strictUtf8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);

    private static ImmutableArray<SyntaxTree> BuiltIn(int year)
    {
        var assembly = typeof(SpecFiles).Assembly;
        var folder = $"specs/{FiscalYearLiteral.ToCode(year).ToLowerInvariant()}/";
        var trees = ImmutableArray.CreateBuilder<SyntaxTree>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Resource {name} is gone.");
            using var reader = new StreamReader(stream, s_strictUtf8);
            trees.Add(SyntaxTree.Parse(SourceText.From(reader.ReadToEnd(), name)));
        }

        return trees.ToImmutable();
    }

    private static CommandFailure? Find(string path, Texts texts, SortedDictionary<string, string> files)
    {
        if (File.Exists(path))
        {
            if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            {
                return CommandFailure.Usage(texts.NotASpec(path));
            }

            files.TryAdd(Path.GetFullPath(path), Shown(path));
            return null;
        }

        if (!Directory.Exists(path))
        {
            return CommandFailure.Usage(texts.PathMissing(path));
        }

        var before = files.Count;
        var any = false;
        try
        {
            foreach (var file in InFolder(path))
            {
                any = true;
                files.TryAdd(Path.GetFullPath(file), Shown(file));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return CommandFailure.Problems(texts.SpecUnreadable(path, problem.Message));
        }

        // Checking nothing must not look like finding nothing.
        return any || files.Count > before ? null : CommandFailure.Usage(texts.NoSpecs(path));
    }

    private static IEnumerable<string> InFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            yield return file;
        }

        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(below);
            if (name.StartsWith('.') || s_ignoredFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var file in InFolder(below))
            {
                yield return file;
            }
        }
    }

    /// <summary>As named, with slashes, without a leading <c>./</c>: the same on every system.</summary>
    private static string Shown(string path)
    {
        var shown = path.Replace('\\', '/');
        return shown.StartsWith("./", StringComparison.Ordinal) ? shown[2..] : shown;
    }

    /// <summary>Reads one file, whatever its name.</summary>
    public static bool TryReadFile(string path, Texts texts, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? problem)
    {
        (text, problem) = (null, null);
        try
        {
            text = Decode(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            problem = texts.SpecNotUtf8(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = texts.SpecUnreadable(path, failure.Message);
        }

        return problem is null;
    }
}
