using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>Text → tree: the lexer's tokens through the grammar. Never throws, never fails.</summary>
internal static class Parser
{
    public static CompilationUnitSyntax Parse(SourceText source, DiagnosticBag diagnostics)
    {
        var context = new ParseContext(source, diagnostics);
        return DeclarationGrammar.File(context.Inputs[0]).Value;
    }
}
