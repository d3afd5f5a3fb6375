using System.Runtime.CompilerServices;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Generators.Tests.Infrastructure;
using Compilation = KaigoDsl.Compiler.Compilation;

namespace KaigoDsl.Generators.Tests.Incremental;

/// <summary>The specs that this project ships, through the generator.</summary>
public sealed class RealSpecTests
{
    public static TheoryData<string> Years => [.. Directory.GetDirectories(SpecsFolder()).Where(folder => Files(folder).Length > 0).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Years))]
    public void A_years_framework_compiles_without_a_warning_and_gives_the_points_of_the_engine(string year)
    {
        var files = Files(Path.Combine(SpecsFolder(), year));
        var harness = GeneratorHarness.Create(files).Run();
        Assert.DoesNotContain(harness.Diagnostics, diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var assembly = GeneratedAssembly.Load(harness.Output);

        var compilation = Compilation.Create([.. files.Select(file => SyntaxTree.Parse(SourceText.From(file.Text, file.Path)))]);
        var plan = Assert.Single(compilation.Plan!.Frameworks, framework => framework.EntityIdentifier == "Municipality");
        var schema = PlanSchema.ToTableSchema(plan);
        for (var seed = 0; seed < 3; seed++)
        {
            var table = RandomTable.Create(schema, 40 + seed, seed);
            var expected = FrameworkEvaluator.Evaluate(plan, table);
            var actual = assembly.Score($"KaigoDsl.Specs.{plan.YearCode}.Municipality", table);
            Assert.All(plan.Nodes, node => Assert.Equal(expected.Score(node.Index).Values.ToArray(), actual[node.Index].Values.ToArray()));
        }
    }

    [Fact]
    public void The_built_in_nation_loads_and_gives_the_published_mean()
    {
        var folder = Path.Combine(SpecsFolder(), "r7");
        var assembly = GeneratedAssembly.Load(GeneratorHarness.Create(Files(folder)).Run().Output);
        var table = assembly.Type("KaigoDsl.Specs.R7.MunicipalityTable").GetMethod("Load")!.Invoke(null, [Path.Combine(folder, "nation.csv")])!;
        var entities = (KaigoDsl.Runtime.EntityTable)table.GetType().GetProperty("Entities")!.GetValue(table)!;
        var total = assembly.Score("KaigoDsl.Specs.R7.Municipality", entities)[0].Values.ToArray();
        Assert.Equal(1741, total.Length);

        // 435.0点, printed to one digit.
        var mean = KaigoDsl.Runtime.Rational.Create(total.Sum(), total.Length);
        Assert.Equal("435.0", mean.ToDecimalString(1));
    }

    private static (string Path, string Text)[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*.kaigo").Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)))];

    private static string SpecsFolder([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "specs"));
}
