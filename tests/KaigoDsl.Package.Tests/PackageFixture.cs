using System.Reflection;
using System.Runtime.CompilerServices;

namespace KaigoDsl.Package.Tests;

/// <summary>
/// The package, packed once into a feed of its own, and a consumer outside the solution. Feed, packages folder and version are
/// unique to the run: a package of an earlier run can never be the one that is tested.
/// </summary>
public sealed class PackageFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kaigo-package-").FullName;

    public PackageFixture()
    {
        var configuration = typeof(PackageFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Configuration").Value!;
        Version = "0.0.1-test." + Guid.NewGuid().ToString("N");
        Commands.MustSucceed(
            ProjectFolder(),
            "pack", "--no-build", "-p:BuildProjectReferences=false", "--nologo", "-c", configuration, $"-p:PackageVersion={Version}", "-o", Feed);
        CopyConsumer(Consumer);
    }

    public string Version { get; }

    public string Feed => Path.Combine(_root, "feed");

    public string PackageFile => Path.Combine(Feed, $"KaigoDsl.{Version}.nupkg");

    public string Consumer => Path.Combine(_root, "consumer");

    public string[] BuildArguments =>
    [
        "build", "--nologo",
        $"-p:KaigoDslVersion={Version}",
        $"-p:RestoreAdditionalProjectSources={Feed}",
        $"-p:RestorePackagesPath={Path.Combine(_root, "packages")}",
    ];

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string ProjectFolder([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "generators", "KaigoDsl.Package"));

    private static void CopyConsumer(string target)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Consumer");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            // The consumer's project is kept under another name, so that it is no project of this repository.
            var copy = Path.Combine(target, Path.GetRelativePath(source, file).Replace(".csproj.txt", ".csproj", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // Whatever lies above the temporary folder must not reach the consumer.
        File.WriteAllText(Path.Combine(target, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(target, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(target, "Directory.Packages.props"), "<Project />");
    }
}
