namespace KaigoDsl.Compiler.Lowering;

/// <summary>Where a planned thing was written: file and 0-based line. Columns stay out, so that an edit of blanks inside a line changes no plan.</summary>
/// <param name="Path">The path of the <c>.kaigo</c> file as given to the compiler; empty when not known.</param>
/// <param name="Line">0-based line.</param>
public sealed record PlanLocation(string Path, int Line)
{
    /// <summary>No place.</summary>
    public static PlanLocation None { get; } = new(string.Empty, 0);
}
