using System.Text;

namespace KaigoDsl.Tooling.Tests;

/// <summary>Expected outputs as files that a person reads; KAIGO_UPDATE_GOLDENS=1 rewrites them.</summary>
internal static class Golden
{
    public static void Check(string file, string actual)
    {
        var path = Path.Combine(Specs.Root, "tests", "cases", "diff", file);
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        Assert.True(File.Exists(path), $"There is no golden {file}; run with KAIGO_UPDATE_GOLDENS=1 and read it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
