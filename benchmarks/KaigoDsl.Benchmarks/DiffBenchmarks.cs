using BenchmarkDotNet.Attributes;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Benchmarks;

/// <summary>R6 against R7: what changed, and whom it moves of 1,741 municipalities in points and yen, attributed. Plans and tables in memory.</summary>
public class DiffBenchmarks
{
    private ProgramPlan _old = null!;
    private ProgramPlan _new = null!;
    private SpecDiff _diff = null!;
    private EntityTable _oldNation = null!;
    private EntityTable _newNation = null!;

    [GlobalSetup]
    public void Setup()
    {
        (_old, _new) = (Compile("r6"), Compile("r7"));
        _diff = Compare();
        _newNation = Sources.Nation();
        _oldNation = SyntheticNation.Create(_old.Frameworks[0], _old.Published).Table;
    }

    [Benchmark(Baseline = true)]
    public SpecDiff Compare() => SpecDiff.Compare(_old, _new);

    /// <summary>This year's nation under both.</summary>
    [Benchmark]
    public object ImpactOfOneNation() => ImpactAnalysis.Analyze(_diff, 0, ImpactData.FromOne(_diff.Pairs[0], _newNation, isNew: true));

    /// <summary>Each year's nation under its own rules, data parted from changes, and both crossed.</summary>
    [Benchmark]
    public object ImpactOfTwoNations() => ImpactAnalysis.Analyze(_diff, 0, ImpactData.FromTwo(_oldNation, _newNation));

    private static ProgramPlan Compile(string year)
    {
        string[] files = ["entities.kaigo", "municipality.kaigo", "eligibility.kaigo", "allocation.kaigo", "published.kaigo"];
        var texts = Sources.All.Where(source => files.Any(file => source.Path == $"specs/{year}/{file}"));
        return Compilation.Create([.. texts.Select(static text => SyntaxTree.Parse(text))]).Plan ?? throw new InvalidOperationException($"specs/{year} has errors.");
    }
}
