using System.Text;

namespace KaigoDsl.Data.Tests;

public sealed class AtomicFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kaigo").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Creates_the_folder_and_replaces_what_was_there()
    {
        Assert.Null(AtomicFiles.Write(At("新/a.csv"), Text("1")));
        Assert.Null(AtomicFiles.Write(At("新/a.csv"), Text("2")));
        Assert.Equal("2", File.ReadAllText(At("新/a.csv")));
        Assert.Equal(["a.csv"], Directory.GetFiles(At("新")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_failure_in_one_file_leaves_every_file_as_it_was()
    {
        File.WriteAllText(At("a.csv"), "old");
        var problem = AtomicFiles.Write(
        [
            (At("a.csv"), Text("new")),
            (At("b.csv"), _ => throw new IOException("disk full")),
        ]);
        Assert.NotNull(problem);
        Assert.Contains("disk full", problem.English, StringComparison.Ordinal);
        Assert.Equal(At("b.csv"), problem.Path);
        Assert.Equal("old", File.ReadAllText(At("a.csv")));
        Assert.Equal(["a.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_fault_of_the_program_passes_through_and_leaves_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() => AtomicFiles.Write(At("a.csv"), _ => throw new InvalidOperationException()));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_problem_and_no_exception()
    {
        File.WriteAllText(At("a"), string.Empty);
        Assert.NotNull(AtomicFiles.Write(At("a/b.csv"), Text("1")));
    }
}
