namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>The definition of a kind of diagnostic. Codes go by phase: KGO1xxx syntax, 2xxx binding, 3xxx checks, 4xxx emission, 9xxx internal; a code is never reused.</summary>
/// <param name="Code"><c>KGO####</c>.</param>
/// <param name="Severity">Its severity unless overridden.</param>
/// <param name="Title">A short name.</param>
/// <param name="Message">What is wrong and what to do, with <c>{0}</c>… for the arguments.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, LocalizedText Title, LocalizedText Message)
{
    /// <summary>The anchor of its section in <c>docs/diagnostics.md</c>.</summary>
    public string HelpAnchor => "docs/diagnostics.md#" + Code.ToLowerInvariant();
}
