using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KaigoDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace KaigoDsl.Benchmarks;

/// <summary>The source generator: everything anew, an edit of C#, an edit of blanks, an edit of meaning.</summary>
public class GeneratorBenchmarks
{
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create("Consumer");

    private readonly ImmutableArray<AdditionalText> _texts = [.. Sources.R7.Select(s => (AdditionalText)new Text(s.Path, s.Text))];
    private readonly ImmutableArray<AdditionalText> _all = [.. Sources.All.Select(s => (AdditionalText)new Text(s.Path, s.Text))];

    private GeneratorDriver _warm = null!;
    private GeneratorDriver _warmAll = null!;
    private AdditionalText _frameworkOfAll = null!;
    private AdditionalText _framework = null!;
    private AdditionalText _blank = null!;
    private AdditionalText _meaning = null!;
    private CSharpCompilation _edited = null!;

    [GlobalSetup]
    public void Setup()
    {
        _warm = Driver(_texts).RunGenerators(s_empty);
        _warmAll = Driver(_all).RunGenerators(s_empty);
        _framework = _texts.Single(t => t.Path.EndsWith("municipality.kaigo", StringComparison.Ordinal));
        _frameworkOfAll = _all.Single(t => t.Path == _framework.Path);
        var text = Sources.R7.Single(s => s.Path == _framework.Path).Text;
        _blank = new Text(_framework.Path, text.Replace("点 {", "点   {", StringComparison.Ordinal));
        _meaning = new Text(_framework.Path, text.Replace("上位3割", "上位2割", StringComparison.Ordinal));
        if (((Text)_blank).GetText().Length == text.Length || !((Text)_meaning).GetText().ToString().Contains("上位2割", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The edits do not edit specs/r7 any more.");
        }

        _edited = s_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited;"));
    }

    [Benchmark(Baseline = true)]
    public object ColdR7() => Driver(_texts).RunGenerators(s_empty);

    [Benchmark]
    public object ColdAllSpecs() => Driver(_all).RunGenerators(s_empty);

    [Benchmark]
    public object WarmAfterEditOfCSharp() => _warm.RunGenerators(_edited);

    [Benchmark]
    public object WarmAfterEditOfBlanks() => _warm.ReplaceAdditionalText(_framework, _blank).RunGenerators(s_empty);

    [Benchmark]
    public object WarmAfterEditOfMeaning() => _warm.ReplaceAdditionalText(_framework, _meaning).RunGenerators(s_empty);

    [Benchmark]
    public object WarmAllSpecsAfterEditOfBlanks() => _warmAll.ReplaceAdditionalText(_frameworkOfAll, _blank).RunGenerators(s_empty);

    [Benchmark]
    public object WarmAllSpecsAfterEditOfMeaning() => _warmAll.ReplaceAdditionalText(_frameworkOfAll, _meaning).RunGenerators(s_empty);

    private static GeneratorDriver Driver(ImmutableArray<AdditionalText> texts) =>
        CSharpGeneratorDriver.Create(new KaigoGenerator()).AddAdditionalTexts(texts);

    private sealed class Text(string path, string content) : AdditionalText
    {
        private readonly RoslynText _content = RoslynText.From(content);

        public override string Path => path;

        public override RoslynText GetText(CancellationToken cancellationToken = default) => _content;
    }
}
