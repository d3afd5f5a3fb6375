using BenchmarkDotNet.Attributes;

namespace KaigoDsl.Benchmarks;

/// <summary>Reading the built-in nation's CSV.</summary>
public class DataBenchmarks
{
    [Benchmark]
    public object ReadNation() => Sources.Nation();
}
