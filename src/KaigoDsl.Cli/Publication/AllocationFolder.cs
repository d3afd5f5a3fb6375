using System.Text;
using KaigoDsl.Data;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>The files of <c>kaigo allocate --out DIR</c>: all of them or none.</summary>
internal static class AllocationFolder
{
    public static FileProblem? Write(string folder, AllocatedTable allocated, out string[] paths)
    {
        var files = new List<(string Path, Action<Stream> Write)> { (Path.Combine(folder, "allocation.csv"), stream => WriteAmounts(stream, allocated)) };
        foreach (var result in allocated.Results)
        {
            var name = allocated.Results.Length == 1 ? "certificate.json" : $"certificate-{result.Plan.Label}.json";
            files.Add((Path.Combine(folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(result.CertificateJson))));
        }

        paths = [.. files.Select(static file => file.Path)];
        return AtomicFiles.Write(files);
    }

    /// <summary>One row an entity: code, name, and for every allocation its 枠, 案 and 交付額, in yen. Headings are Japanese: they are data.</summary>
    private static void WriteAmounts(Stream stream, AllocatedTable allocated)
    {
        using var output = new CsvOutput(stream);
        var several = allocated.Results.Length > 1;
        output.Header(
        [
            "団体コード",
            "団体名",
            .. allocated.Results.SelectMany(result =>
            {
                var prefix = several ? result.Plan.Label + "." : string.Empty;
                return result.Plan.Pools.Select(pool => pool.Label).Append("案").Append("交付額").Select(name => prefix + name);
            }),
            .. several ? new[] { "交付額" } : [],
        ]);
        var table = allocated.Table;
        for (var row = 0; row < table.Count; row++)
        {
            output.Text(table.Key(row));
            output.Text(table.Name(row));
            var total = Rational.Zero;
            foreach (var result in allocated.Results)
            {
                foreach (var pool in result.Pools)
                {
                    output.Number(pool.Amounts[row]);
                }

                output.Number(result.Proposed[row]);
                output.Number(result.Payments[row]);
                total += result.Payments[row];
            }

            if (several)
            {
                output.Number(total);
            }

            output.EndRecord();
        }
    }
}
