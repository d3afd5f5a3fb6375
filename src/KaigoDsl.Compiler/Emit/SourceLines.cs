using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Statements that come from the spec, with <c>#line</c> directives so that debuggers and stack traces show it.</summary>
internal static class SourceLines
{
    /// <summary>One statement.</summary>
    public static void Print(IndentedWriter writer, bool withDirectives, PlanLocation location, string statement)
    {
        // A path with a quote or a line break cannot be written in a directive.
        if (!withDirectives || location.Path.Length == 0 || location.Path.IndexOfAny(['"', '\r', '\n']) >= 0)
        {
            writer.Line(statement);
            return;
        }

        writer.Directive($"#line {CSharpText.Number(location.Line + 1)} \"{location.Path}\"");
        writer.Line(statement);
        writer.Directive("#line default");
    }
}
