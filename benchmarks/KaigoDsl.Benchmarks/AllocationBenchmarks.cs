using BenchmarkDotNet.Attributes;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Specs.R7;

namespace KaigoDsl.Benchmarks;

/// <summary>
/// The money of the R7 municipalities: both grants with gate, size classes, equal shares and rounding, each with its certificate, checked by the
/// independent verifier. Scoring the same nation is the baseline.
/// </summary>
public class AllocationBenchmarks
{
    private readonly EntityTable _nation = Sources.Nation();
    private ProgramEvaluation _evaluation = null!;
    private MunicipalityTable _table = null!;
    private MunicipalityScores _scores = null!;
    private readonly MunicipalityScores _again = new();
    private readonly Municipality推進Payments _promotion = new();
    private readonly Municipality支援Payments _support = new();

    [GlobalSetup]
    public void Setup()
    {
        _evaluation = ProgramEvaluator.Evaluate(Sources.R7Program, new Dictionary<string, EntityTable> { [Sources.R7Plan.Name] = _nation });
        _table = MunicipalityTable.FromTable(_nation);
        _scores = MunicipalityFramework.Score(_table);
        string[] engine = [.. ProgramAllocator.Evaluate(_evaluation).Select(static result => result?.CertificateJson ?? string.Empty)];
        string[] generated =
        [
            Municipality推進Allocation.Allocate(_table, _scores).CertificateJson, Municipality支援Allocation.Allocate(_table, _scores).CertificateJson,
        ];
        if (!engine.SequenceEqual(generated) || generated.Any(static json => !CertificateVerifier.Verify(json).Faults.IsEmpty))
        {
            throw new InvalidOperationException("Engine and generated code disagree, or a certificate does not hold.");
        }
    }

    [Benchmark(Baseline = true)]
    public object Scoring() => MunicipalityFramework.Score(_table);

    [Benchmark]
    public object Engine() => ProgramAllocator.Evaluate(_evaluation);

    [Benchmark]
    public object Generated() =>
        (Municipality推進Allocation.Allocate(_table, _scores), Municipality支援Allocation.Allocate(_table, _scores));

    [Benchmark]
    public object GeneratedTrial() => (
        Municipality推進Allocation.Allocate(_table, _scores, MunicipalityConstants.Default, certify: false),
        Municipality支援Allocation.Allocate(_table, _scores, MunicipalityConstants.Default, certify: false));

    /// <summary>Into scores of the caller: what <see cref="GeneratedAgain"/> compares with.</summary>
    [Benchmark]
    public void ScoringAgain() => MunicipalityFramework.Score(_table, _again);

    /// <summary>Without certificates, into amounts of the caller.</summary>
    [Benchmark]
    public void GeneratedAgain()
    {
        Municipality推進Allocation.Allocate(_table, _scores, MunicipalityConstants.Default, _promotion);
        Municipality支援Allocation.Allocate(_table, _scores, MunicipalityConstants.Default, _support);
    }
}
