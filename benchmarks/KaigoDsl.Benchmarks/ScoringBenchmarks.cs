using BenchmarkDotNet.Attributes;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Specs.R7;

namespace KaigoDsl.Benchmarks;

/// <summary>Nationwide scoring: 1,741 municipalities, the whole R7 framework, data in memory.</summary>
public class ScoringBenchmarks
{
    private readonly EntityTable _nation = Sources.Nation();
    private MunicipalityTable _table = null!;
    private MunicipalityScores _scores = null!;

    [GlobalSetup]
    public void Setup()
    {
        _table = MunicipalityTable.FromTable(_nation);
        _scores = MunicipalityFramework.Score(_table);
        var engine = FrameworkEvaluator.Evaluate(Sources.R7Plan, _nation);
        for (var row = 0; row < _nation.Count; row++)
        {
            if (_scores.得点[row] != engine.Score(0)[row])
            {
                throw new InvalidOperationException("Engine and generated code disagree.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public object Engine() => FrameworkEvaluator.Evaluate(Sources.R7Plan, _nation);

    [Benchmark]
    public object Generated() => MunicipalityFramework.Score(_table);

    /// <summary>Into scores that stand there already: what a what-if or a keystroke does.</summary>
    [Benchmark]
    public object GeneratedAgain() => MunicipalityFramework.Score(_table, _scores);

    [Benchmark]
    public object Statistics() => FrameworkStatistics.Create(FrameworkEvaluator.Evaluate(Sources.R7Plan, _nation));
}
