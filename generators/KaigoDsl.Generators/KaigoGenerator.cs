using System.Text;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Emit;
using KaigoDsl.Compiler.Text;
using Microsoft.CodeAnalysis;
using RoslynSourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace KaigoDsl.Generators;

/// <summary>
/// Turns the <c>.kaigo</c> files of a project into C#. Nothing is taken from the C# compilation, so editing C# runs nothing; files are bound in
/// groups that cannot see each other; and the code hangs on the frameworks' plans alone, so an edit of a spec that means the same prints nothing again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class KaigoGenerator : IIncrementalGenerator
{
    private const string Extension = ".kaigo";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GeneratorOptions.From(provider.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);

        var files = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            .Select(static (text, cancellation) => new KaigoFile(text.Path, text.GetText(cancellation)?.ToString() ?? string.Empty))
            .WithTrackingName(TrackingNames.Texts)
            .Select(static (file, _) => ParsedFile.Parse(file))
            .WithTrackingName(TrackingNames.Files);

        // Only a group of files in which more than blanks has changed is bound again, and planned again when its places in the program change.
        var groups = files
            .Collect()
            .SelectMany(static (files, _) => FrontEnd.Divide(files))
            .WithTrackingName(TrackingNames.Groups)
            .Select(static (group, cancellation) => BoundGroup.Bind(group, cancellation))
            .WithTrackingName(TrackingNames.Bound);

        var program = groups
            .Collect()
            .Combine(files.Collect())
            .Select(static (pair, cancellation) => FrontEnd.Link(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Program);

        var frameworks = program
            .SelectMany(static (model, _) => model.Frameworks)
            .WithComparer(SamePlans.Comparer)
            .Combine(options);

        var tables = frameworks
            .Select(static (pair, _) => TableModel.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Tables)
            .Select(static (model, _) => CSharpEmitter.EmitTable(model.Framework, model.Options))
            .WithTrackingName(TrackingNames.TablesCode);

        var code = frameworks
            .Select(static (pair, _) => FrameworkModel.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Frameworks)
            .Select(static (framework, _) => CSharpEmitter.EmitScoring(framework.Unit, framework.Options))
            .WithTrackingName(TrackingNames.Code);

        var rulesCode = program
            .SelectMany(static (model, _) => model.Rules)
            .WithComparer(SamePlans.Comparer)
            .Combine(options)
            .Select(static (pair, _) => RulesModel.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Rules)
            .Select(static (model, _) => RulesEmitter.Emit(model.Unit, model.Options))
            .WithTrackingName(TrackingNames.RulesCode);

        var allocationsCode = program
            .SelectMany(static (model, _) => model.Allocations)
            .WithComparer(SamePlans.Comparer)
            .Combine(options)
            .Select(static (pair, _) => AllocationModel.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Allocations)
            .Select(static (model, _) => AllocationEmitter.Emit(model.Unit, model.Options))
            .WithTrackingName(TrackingNames.AllocationsCode);

        var shareTables = program
            .Combine(options)
            .Select(static (pair, _) => ShareTablesModel.Create(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.ShareTables);

        var diagnostics = program
            .Select(static (model, _) => model.Diagnostics)
            .Combine(options)
            .Select(static (pair, _) => new DiagnosticsModel(pair.Left, pair.Right.Problems, pair.Right.Language))
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(tables, static (output, emitted) => AddSource(output, emitted));
        context.RegisterSourceOutput(code, static (output, emitted) => AddSources(output, emitted));
        context.RegisterSourceOutput(rulesCode, static (output, emitted) => AddSources(output, emitted));
        context.RegisterSourceOutput(allocationsCode, static (output, emitted) => AddSources(output, emitted));
        context.RegisterSourceOutput(shareTables, static (output, model) => AddSources(output, RulesEmitter.EmitShareTables(model.Tables, model.Options)));
        context.RegisterSourceOutput(diagnostics, static (output, model) => model.Report(output));
    }

    private static void AddSources(SourceProductionContext output, EquatableArray<EmittedFile> files)
    {
        foreach (var file in files)
        {
            AddSource(output, file);
        }
    }

    private static void AddSource(SourceProductionContext output, EmittedFile file) =>
        output.AddSource(file.HintName, RoslynSourceText.From(file.Text, Encoding.UTF8));
}
