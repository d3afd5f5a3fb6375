namespace KaigoDsl.Cli.Tests.Infrastructure;

/// <summary>A copy of a year's specs with one edit.</summary>
internal sealed class EditedSpecs : IDisposable
{
    private static readonly string s_specs = Path.GetFullPath(Path.Combine(Cases.Root, "..", "..", "..", "specs"));

    private readonly DirectoryInfo _folder = Cases.NewFolder();

    public EditedSpecs(string year, string file, string find, string replacement)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(s_specs, year), "*.kaigo"))
        {
            var text = File.ReadAllText(path);
            if (Path.GetFileName(path) == file)
            {
                var at = text.IndexOf(find, StringComparison.Ordinal);
                Assert.True(at >= 0, $"{file} has no {find}");
                text = text[..at] + replacement + text[(at + find.Length)..];
            }

            File.WriteAllText(Path.Combine(_folder.FullName, Path.GetFileName(path)), text);
        }
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
