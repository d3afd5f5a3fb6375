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
        if (compilation.Plan!.Frameworks.Length == 0)
        {
            // Rules alone: that they compile without a warning is what there is to see here.
            Assert.NotEmpty(compilation.Plan.Rules);
            return;
        }

        var plan = Assert.Single(compilation.Plan.Frameworks, framework => framework.EntityIdentifier == "Municipality");
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

    [Fact]
    public void All_specs_together_compile_without_a_warning_and_score_municipalities_then_prefectures()
    {
        var files = Files(SpecsFolder());
        var harness = GeneratorHarness.Create(files).Run();
        Assert.Empty(harness.Diagnostics);
        var assembly = GeneratedAssembly.Load(harness.Output);
        var program = Compilation.Create([.. files.Select(file => SyntaxTree.Parse(SourceText.From(file.Text, file.Path)))]).Plan!;
        Assert.InRange(harness.Result.GeneratedSources.Length, (3 * program.Frameworks.Length) + program.Allocations.Length, int.MaxValue);
        Assert.All(
            program.Allocations,
            plan => Assert.NotNull(assembly.Type($"KaigoDsl.Specs.{plan.YearCode}.{program.Rules[plan.Rules].EntityIdentifier}{plan.Identifier}Allocation")));
        Assert.All(program.Frameworks, plan => Assert.NotNull(assembly.Type($"KaigoDsl.Specs.{plan.YearCode}.{plan.EntityIdentifier}Framework")));

        var municipality = program.Frameworks.Single(plan => plan is { YearCode: "R7", EntityIdentifier: "Municipality" });
        var prefecture = program.Frameworks.Single(plan => plan is { YearCode: "R7", EntityIdentifier: "Prefecture" });
        for (var seed = 0; seed < 5; seed++)
        {
            var municipalities = RandomTable.Create(PlanSchema.ToTableSchema(municipality), 100 + seed, seed);
            municipalities = RandomTable.WithTexts(municipalities, municipalities.Schema.IndexOf("都道府県"), row => $"県{row * row % 9}");
            var prefectures = RandomTable.WithTexts(RandomTable.Create(PlanSchema.ToTableSchema(prefecture), 9, seed), 0, row => $"県{row}");
            var expected = ProgramEvaluator.Evaluate(
                program, new Dictionary<string, KaigoDsl.Runtime.EntityTable> { [municipality.Name] = municipalities, [prefecture.Name] = prefectures });
            var actual = assembly.Score("KaigoDsl.Specs.R7.Prefecture", prefectures, "KaigoDsl.Specs.R7.Municipality", municipalities);
            var evaluation = Assert.Single(expected.Frameworks, framework => framework?.Plan.Name == prefecture.Name)!;
            Assert.All(prefecture.Nodes, node => Assert.Equal(evaluation.Score(node.Index).Values.ToArray(), actual[node.Index].Values.ToArray()));
        }
    }

    private static (string Path, string Text)[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*.kaigo", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)))];

    private static string SpecsFolder([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "specs"));
}
