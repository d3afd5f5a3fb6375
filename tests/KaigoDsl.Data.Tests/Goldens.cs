using System.Runtime.CompilerServices;
using System.Text;

namespace KaigoDsl.Data.Tests;

/// <summary>Cases in files: the input, and beside it what a person has reviewed. KAIGO_UPDATE_GOLDENS=1 rewrites the latter.</summary>
internal static class Goldens
{
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? ".", "cases");

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        Assert.True(File.Exists(path), $"{name} has no golden; run once with KAIGO_UPDATE_GOLDENS=1 and review it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
