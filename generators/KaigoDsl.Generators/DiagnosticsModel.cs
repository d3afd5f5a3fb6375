using System.Collections.Concurrent;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;
using Microsoft.CodeAnalysis;
using DiagnosticDescriptor = KaigoDsl.Compiler.Diagnostics.DiagnosticDescriptor;
using DiagnosticSeverity = KaigoDsl.Compiler.Diagnostics.DiagnosticSeverity;
using RoslynDescriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using RoslynDiagnostic = Microsoft.CodeAnalysis.Diagnostic;
using RoslynSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace KaigoDsl.Generators;

/// <summary>All problems and the language to say them in.</summary>
/// <param name="Program">Problems of the specs.</param>
/// <param name="Options">Problems of the project's properties.</param>
/// <param name="Language">Which text is shown.</param>
internal sealed record DiagnosticsModel(
    EquatableArray<DiagnosticModel> Program,
    EquatableArray<DiagnosticModel> Options,
    MessageLanguage Language)
{
    // Roslyn compares descriptors by value but keeps every instance it is given.
    private static readonly ConcurrentDictionary<(DiagnosticDescriptor, MessageLanguage), RoslynDescriptor> Mapped = new();

    public void Report(SourceProductionContext output)
    {
        foreach (var diagnostic in Options.Concat(Program))
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            output.ReportDiagnostic(RoslynDiagnostic.Create(
                Mapped.GetOrAdd((diagnostic.Descriptor, Language), static key => Map(key.Item1, key.Item2)),
                diagnostic.Location.ToLocation(),
                diagnostic.Related.Select(static related => related.ToLocation()),
                diagnostic.Message.In(Language)));
        }
    }

    private static RoslynDescriptor Map(DiagnosticDescriptor descriptor, MessageLanguage language) => new(
        descriptor.Code,
        descriptor.Title.In(language),
        "{0}",
        "Kaigo",
        descriptor.Severity switch
        {
            DiagnosticSeverity.Error => RoslynSeverity.Error,
            DiagnosticSeverity.Warning => RoslynSeverity.Warning,
            _ => RoslynSeverity.Info,
        },
        isEnabledByDefault: true);
}
