namespace KaigoDsl.Compiler.Tests.Goldens;

/// <summary>Compares a text with the golden file beside its case; <c>KAIGO_UPDATE_GOLDENS=1</c> writes it instead.</summary>
internal static class GoldenFile
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1";

    public static void Check(string path, string actual)
    {
        if (Update)
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no golden {Path.GetFileName(path)}; run with KAIGO_UPDATE_GOLDENS=1 and review it.");
        Assert.Equal(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal), actual);
    }

    /// <summary>Fails for goldens whose case is gone; when updating, deletes them.</summary>
    public static void CheckNoneIsStale(string folder, string extension, IEnumerable<string> cases)
    {
        var stale = Directory.EnumerateFiles(folder, "*" + extension)
            .Where(path => !cases.Contains(Path.GetFileName(path)[..^extension.Length]))
            .ToArray();
        if (Update)
        {
            Array.ForEach(stale, File.Delete);
            return;
        }

        Assert.Empty(stale.Select(Path.GetFileName));
    }
}
