namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>
/// The catalogue of diagnostics, one partial file a phase. Every field is documented in <c>docs/diagnostics.md</c> and has a bad
/// sample; tests walk the fields by reflection.
/// </summary>
public static partial class Descriptors
{
    private static DiagnosticDescriptor Error(string code, string titleJa, string titleEn, string messageJa, string messageEn) =>
        new(code, DiagnosticSeverity.Error, new(titleJa, titleEn), new(messageJa, messageEn));

    private static DiagnosticDescriptor Warning(string code, string titleJa, string titleEn, string messageJa, string messageEn) =>
        new(code, DiagnosticSeverity.Warning, new(titleJa, titleEn), new(messageJa, messageEn));
}
