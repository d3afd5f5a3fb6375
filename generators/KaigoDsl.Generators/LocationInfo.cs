using KaigoDsl.Compiler.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RoslynLinePosition = Microsoft.CodeAnalysis.Text.LinePosition;
using RoslynTextSpan = Microsoft.CodeAnalysis.Text.TextSpan;
using SourceText = KaigoDsl.Compiler.Text.SourceText;

namespace KaigoDsl.Generators;

/// <summary>A place in a <c>.kaigo</c> file as a value: Roslyn's own locations keep texts and trees alive and never compare equal.</summary>
internal sealed record LocationInfo(string Path, int Start, int Length, int StartLine, int StartCharacter, int EndLine, int EndCharacter)
{
    /// <summary>No place: the problem is in the project.</summary>
    public static LocationInfo None { get; } = new(string.Empty, 0, 0, 0, 0, 0, 0);

    public static LocationInfo From(TextLocation location)
    {
        var (start, end) = (location.Start, location.End);
        return new LocationInfo(location.Path, location.Span.Start, location.Span.Length, start.Line, start.Character, end.Line, end.Character);
    }

    /// <summary>A whole line, for things of which only the line is known.</summary>
    public static LocationInfo OfLine(SourceText source, int line) => From(new TextLocation(source, source.GetLineSpan(line)));

    public Location ToLocation() => Path.Length == 0
        ? Location.None
        : Location.Create(
            Path,
            new RoslynTextSpan(Start, Length),
            new LinePositionSpan(new RoslynLinePosition(StartLine, StartCharacter), new RoslynLinePosition(EndLine, EndCharacter)));
}
