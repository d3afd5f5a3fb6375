using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KaigoDsl.Generators.Tests.Infrastructure;

/// <summary>Runs the generator as a compiler does, edit after edit, and tells what each step did.</summary>
internal sealed class GeneratorHarness
{
    private readonly List<KaigoText> _texts = [];
    private readonly Dictionary<string, string> _properties = [];
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation = GeneratedAssembly.Compilation([CSharpSyntaxTree.ParseText("internal static class Program;", GeneratedAssembly.ParseOptions)]);

    private GeneratorHarness(KaigoGenerator generator) => _driver = CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: GeneratedAssembly.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what was generated.</summary>
    public CSharpCompilation Output { get; private set; } = GeneratedAssembly.Compilation([]);

    public ImmutableArray<Diagnostic> Diagnostics { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public static GeneratorHarness Create(params (string Path, string Text)[] files)
    {
        var harness = new GeneratorHarness(new KaigoGenerator());
        foreach (var (path, text) in files)
        {
            harness._texts.Add(new KaigoText(path, text));
        }

        harness._driver = harness._driver.AddAdditionalTexts([.. harness._texts]);
        return harness;
    }

    /// <summary>The two files of <see cref="Specs"/>.</summary>
    public static GeneratorHarness Small() => Create((Specs.EntityPath, Specs.Entity), (Specs.FrameworkPath, Specs.Framework));

    /// <summary>The same and a framework that aggregates it.</summary>
    public static GeneratorHarness TwoLevels() => Create(
        (Specs.EntityPath, Specs.Entity.Replace("過疎地域 : 真偽", "都道府県 : 対象 都道府県", StringComparison.Ordinal)),
        (Specs.FrameworkPath, Specs.Framework),
        (Specs.PrefecturePath, Specs.Prefecture));

    public GeneratorHarness With(string property, string value)
    {
        _properties["build_property." + property] = value;
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new Options(_properties.ToImmutableDictionary()));
        return this;
    }

    public GeneratorHarness Edit(string path, Func<string, string> edit)
    {
        var index = _texts.FindIndex(text => text.Path == path);
        var before = _texts[index].GetText().ToString();
        var after = edit(before);
        Assert.NotEqual(before, after);
        var replacement = new KaigoText(path, after);
        _driver = _driver.ReplaceAdditionalText(_texts[index], replacement);
        _texts[index] = replacement;
        return this;
    }

    /// <summary>Makes the files those given, leaving alone those that are so already.</summary>
    public GeneratorHarness Become(IEnumerable<(string Path, string Text)> files)
    {
        var wanted = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        foreach (var gone in _texts.Where(text => !wanted.ContainsKey(text.Path)).ToArray())
        {
            _driver = _driver.RemoveAdditionalTexts([gone]);
            _texts.Remove(gone);
        }

        foreach (var (path, text) in wanted)
        {
            var index = _texts.FindIndex(old => old.Path == path);
            if (index < 0)
            {
                _texts.Add(new KaigoText(path, text));
                _driver = _driver.AddAdditionalTexts([_texts[^1]]);
            }
            else if (_texts[index].GetText().ToString() != text)
            {
                Edit(path, _ => text);
            }
        }

        return this;
    }

    public GeneratorHarness EditCSharp(string text)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, GeneratedAssembly.ParseOptions));
        return this;
    }

    public GeneratorHarness Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
        Assert.True(Result.Exception is null, Result.Exception?.ToString());
        return this;
    }

    /// <summary>Runs without parsing what is printed.</summary>
    public GeneratorHarness RunAlone()
    {
        _driver = _driver.RunGenerators(CSharpCompilation.Create("Alone"));
        Diagnostics = Result.Diagnostics;
        Assert.True(Result.Exception is null, Result.Exception?.ToString());
        return this;
    }

    /// <summary>The run reasons of a step's outputs, without repetition.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason).Distinct().Order()];

    /// <summary>The run reasons of what was added to the compilation or reported.</summary>
    public IncrementalStepRunReason[] OutputReasons() =>
        [.. Result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(run => run.Outputs).Select(output => output.Reason).Distinct().Order()];

    private sealed class KaigoText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Global(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
        }
    }
}
