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
    [Fact]
    public void The_R7_framework_compiles_without_a_warning_and_gives_the_points_of_the_engine()
    {
        var files = Files();
        var harness = GeneratorHarness.Create(files).Run();
        Assert.DoesNotContain(harness.Diagnostics, diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var assembly = GeneratedAssembly.Load(harness.Output);

        var compilation = Compilation.Create([.. files.Select(file => SyntaxTree.Parse(SourceText.From(file.Text, file.Path)))]);
        var plan = Assert.Single(compilation.Plan!.Frameworks, framework => framework.EntityIdentifier == "Municipality");
        var schema = PlanSchema.ToTableSchema(plan);
        for (var seed = 0; seed < 5; seed++)
        {
            var table = RandomTable.Create(schema, 40 + seed, seed);
            var expected = FrameworkEvaluator.Evaluate(plan, table);
            var actual = assembly.Score("KaigoDsl.Specs.R7.Municipality", table);
            Assert.All(plan.Nodes, node => Assert.Equal(expected.Score(node.Index).Values.ToArray(), actual[node.Index].Values.ToArray()));
        }
    }

    private static (string Path, string Text)[] Files([CallerFilePath] string caller = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "specs", "r7"));
        return [.. Directory.GetFiles(folder, "*.kaigo").Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path)))];
    }
}
