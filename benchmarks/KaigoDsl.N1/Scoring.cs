using System.Globalization;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Specs.R8;

namespace KaigoDsl.N1;

/// <summary>The points of one nation, without figures and money: by generated code and by the engine from the same spec.</summary>
internal sealed class Scoring
{
    private static readonly FrameworkScorer s_scorer = CreateScorer();

    private readonly EntityTable _data;
    private readonly MunicipalityTable _table;
    private readonly MunicipalityScores _scores;
    private readonly ScoreBoard _board = s_scorer.CreateBoard();

    public Scoring(NationData data, int threads)
    {
        _data = NationTable.CreateData(data);
        _table = MunicipalityTable.FromTable(_data);
        _scores = new MunicipalityScores { MaxDegreeOfParallelism = threads };
        _board.MaxDegreeOfParallelism = threads;
    }

    public int Count => _data.Count;

    public void RunGenerated() => MunicipalityFramework.Score(_table, _scores);

    public void RunEngine() => s_scorer.Score(_data, _board);

    /// <summary>The sum of the points of every node, as generated code has them.</summary>
    public string Generated()
    {
        RunGenerated();
        return Text(slot => _scores.Nodes[slot].Values);
    }

    /// <summary>The same of the engine.</summary>
    public string Engine()
    {
        RunEngine();
        return Text(_board.Points);
    }

    private string Text(Func<int, ReadOnlySpan<int>> points)
    {
        var hash = 17UL;
        for (var slot = 0; slot < _scores.Nodes.Length; slot++)
        {
            foreach (var value in points(slot))
            {
                hash = (hash * 1_000_003) ^ (uint)value;
            }
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static FrameworkScorer CreateScorer()
    {
        using var stream = typeof(Scoring).Assembly.GetManifestResourceStream("specs/n1.kaigo") ?? throw new InvalidOperationException("The spec is missing.");
        using var reader = new StreamReader(stream);
        var plan = Compilation.Create([SyntaxTree.Parse(SourceText.From(reader.ReadToEnd(), "n1.kaigo"))]).Plan;
        return FrameworkScorer.Of(plan?.Frameworks[0] ?? throw new InvalidOperationException("n1.kaigo has errors.")) ?? throw new InvalidOperationException("n1.kaigo needs no kernel.");
    }
}
