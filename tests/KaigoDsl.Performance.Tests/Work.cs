using System.Collections.Immutable;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Generators;
using KaigoDsl.Specs.R7;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Compilation = KaigoDsl.Compiler.Compilation;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;
using SyntaxTree = KaigoDsl.Compiler.Syntax.SyntaxTree;

namespace KaigoDsl.Performance.Tests;

/// <summary>Pieces of work with budgets: what is done, and how many units of it.</summary>
/// <param name="Run">Does it once, on the calling thread.</param>
/// <param name="Units">How many units that is.</param>
internal sealed record Work(Action Run, long Units)
{
    private static readonly CSharpCompilation s_consumer = CSharpCompilation.Create("Consumer");

    public static Work Find(string name) => name switch
    {
        "parse" => new(() => Parse(), Inputs.Size(Inputs.R7)),
        "bind-and-plan" => BindAndPlan(),
        "everything-all-specs" => new(static () => Sound(Compilation.Create([.. Inputs.All.Select(s => SyntaxTree.Parse(s))])), Inputs.Size(Inputs.All)),
        "read-csv" => new(
            static () => TableReader.Parse(Inputs.NationCsv, "nation.csv", PlanSchema.ToTableSchema(Inputs.R7Plan)), Cells),
        "score-engine" => new(static () => FrameworkEvaluator.Evaluate(Inputs.R7Plan, Inputs.Nation), Cells),
        "score-generated" => Generated(),
        "score-generated-again" => GeneratedAgain(),
        "allocate-generated-again" => AllocatedAgain(),
        "statistics" => Statistics(),
        "generator-cold" => new(static () => Generate(Driver(), s_consumer), Inputs.Size(Inputs.R7)),
        "generator-edit-of-blanks" => EditOfBlanks(),
        "generator-edit-of-csharp" => EditOfCSharp(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The budgets name work that nothing does."),
    };

    private static long Cells => (long)Inputs.Nation.Count * Inputs.R7Plan.Columns.Length;

    private static ImmutableArray<SyntaxTree> Parse() => [.. Inputs.R7.Select(s => SyntaxTree.Parse(s))];

    private static Work BindAndPlan()
    {
        var trees = Parse();
        return new(() => Sound(Compilation.Create(trees)), Inputs.Size(Inputs.R7));
    }

    private static Work Generated()
    {
        var table = MunicipalityTable.FromTable(Inputs.PaidNation);
        return new(() => MunicipalityFramework.Score(table), Cells);
    }

    private static Work GeneratedAgain()
    {
        var table = MunicipalityTable.FromTable(Inputs.PaidNation);
        var scores = new MunicipalityScores();
        return new(() => MunicipalityFramework.Score(table, scores), Cells);
    }

    /// <summary>Both municipal grants of R7, without certificates.</summary>
    private static Work AllocatedAgain()
    {
        var table = MunicipalityTable.FromTable(Inputs.PaidNation);
        var scores = MunicipalityFramework.Score(table);
        var (promotion, support) = (new Municipality推進Payments(), new Municipality支援Payments());
        return new(
            () =>
            {
                Municipality推進Allocation.Allocate(table, scores, MunicipalityConstants.Default, promotion);
                Municipality支援Allocation.Allocate(table, scores, MunicipalityConstants.Default, support);
            },
            2L * Inputs.PaidNation.Count);
    }

    private static Work Statistics()
    {
        var evaluation = FrameworkEvaluator.Evaluate(Inputs.R7Plan, Inputs.Nation);
        return new(() => _ = FrameworkStatistics.Create(evaluation).Nodes, (long)Inputs.Nation.Count * Inputs.R7Plan.Nodes.Length);
    }

    private static Work EditOfBlanks()
    {
        var warm = Generate(Driver(), s_consumer);
        var source = Inputs.R7.Single(s => s.Path.EndsWith("municipality.kaigo", StringComparison.Ordinal));
        var edited = source.Text.Replace("点 {", "点   {", StringComparison.Ordinal);
        Assert.NotEqual(source.Text, edited);
        var (old, changed) = (s_texts.Single(t => t.Path == source.Path), new Additional(source.Path, edited));
        return new(() => Generate(warm.ReplaceAdditionalText(old, changed), s_consumer), Inputs.Size(Inputs.R7));
    }

    private static Work EditOfCSharp()
    {
        var warm = Generate(Driver(), s_consumer);
        var edited = s_consumer.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited;"));
        return new(() => Generate(warm, edited), Inputs.Size(Inputs.R7));
    }

    private static readonly ImmutableArray<AdditionalText> s_texts = [.. Inputs.R7.Select(s => (AdditionalText)new Additional(s.Path, s.Text))];

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(new KaigoGenerator()).AddAdditionalTexts(s_texts);

    private static GeneratorDriver Generate(GeneratorDriver driver, CSharpCompilation consumer)
    {
        var run = driver.RunGenerators(consumer);
        Assert.NotEmpty(run.GetRunResult().GeneratedTrees);
        return run;
    }

    private static void Sound(Compilation compilation) => Assert.NotNull(compilation.Plan);

    private sealed class Additional(string path, string content) : AdditionalText
    {
        private readonly RoslynText _content = RoslynText.From(content);

        public override string Path => path;

        public override RoslynText GetText(CancellationToken cancellationToken = default) => _content;
    }
}
