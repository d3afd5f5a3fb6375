using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Benchmarks;

/// <summary>From text to plan: the R7 municipal spec alone, and every spec together.</summary>
public class FrontEndBenchmarks
{
    private readonly ImmutableArray<SyntaxTree> _trees = [.. Sources.R7.Select(s => SyntaxTree.Parse(s))];

    [Benchmark(Baseline = true)]
    public int ParseR7() => Sources.R7.Sum(s => SyntaxTree.Parse(s).Root.Declarations.Length);

    [Benchmark]
    public object? BindCheckAndPlanR7() => Compilation.Create(_trees).Plan;

    [Benchmark]
    public object? EverythingR7() => Compilation.Create([.. Sources.R7.Select(s => SyntaxTree.Parse(s))]).Plan;

    [Benchmark]
    public object? EverythingAllSpecs() => Compilation.Create([.. Sources.All.Select(s => SyntaxTree.Parse(s))]).Plan;
}
