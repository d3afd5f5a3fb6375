using System.Text;

namespace KaigoDsl.Data.Tests;

/// <summary>Each case file is a data file; its golden is the binding report and the errors in both languages.</summary>
public sealed class BindingReportTests
{
    public static TheoryData<string> Cases() => new(Directory.EnumerateFiles(Goldens.Folder())
        .Where(p => p.EndsWith(".csv", StringComparison.Ordinal) || p.EndsWith(".tsv", StringComparison.Ordinal))
        .Select(p => Path.GetFileName(p))
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Report_is_as_reviewed(string name)
    {
        using var stream = File.OpenRead(Path.Combine(Goldens.Folder(), name));
        var result = TableReader.Read(stream, name, Schemas.Municipality);
        var text = new StringBuilder();
        foreach (var japanese in (bool[])[true, false])
        {
            text.Append(result.Report.ToText(japanese));
            foreach (var error in result.Errors)
            {
                text.Append(error.ToText(japanese)).Append('\n');
            }

            text.Append('\n');
        }

        if (result.Table is { } table)
        {
            for (var row = 0; row < table.Count; row++)
            {
                text.AppendJoin(" | ", Schemas.Cells(table, row)).Append('\n');
            }
        }

        Goldens.Check(name + ".report", text.ToString());
    }

    [Fact]
    public void Every_golden_has_its_case() => Assert.All(
        Directory.EnumerateFiles(Goldens.Folder(), "*.report"),
        golden => Assert.True(File.Exists(golden[..^".report".Length]), $"{golden} is stale."));
}
