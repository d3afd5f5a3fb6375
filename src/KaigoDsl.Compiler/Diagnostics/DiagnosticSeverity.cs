namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Likely a mistake; the spec still has a meaning.</summary>
    Warning,

    /// <summary>The spec has no meaning that could be run.</summary>
    Error,
}
