namespace KaigoDsl.Compiler.Text;

/// <summary>A range in a file.</summary>
/// <param name="Source">The file's text.</param>
/// <param name="Span">The range.</param>
public readonly record struct TextLocation(SourceText Source, TextSpan Span)
{
    /// <summary>The file's path.</summary>
    public string Path => Source.Path;

    /// <summary>Where it begins.</summary>
    public LinePosition Start => Source.GetLinePosition(Span.Start);

    /// <summary>Where it ends (exclusive).</summary>
    public LinePosition End => Source.GetLinePosition(Span.End);
}
