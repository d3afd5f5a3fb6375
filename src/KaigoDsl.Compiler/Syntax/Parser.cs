using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Tokens → tree.</summary>
internal static class Parser
{
    public static CompilationUnitSyntax Parse(SourceText source, DiagnosticBag diagnostics) =>
        new([], new SyntaxToken(SyntaxKind.EndOfFileToken, string.Empty, 0, [], []));
}
