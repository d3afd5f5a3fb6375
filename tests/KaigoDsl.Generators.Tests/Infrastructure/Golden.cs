using System.Runtime.CompilerServices;

namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Compares with a committed file; <c>KAIGO_UPDATE_GOLDENS=1</c> rewrites it.</summary>
internal static class Golden
{
    public static void Check(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Goldens", name);
        if (Environment.GetEnvironmentVariable("KAIGO_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
