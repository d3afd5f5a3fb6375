using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Text;

/// <summary>The text of one <c>.kaigo</c> file with its line table. Lines end at LF, CR or CRLF.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    private SourceText(string text, string path)
    {
        Text = text;
        Path = path;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The text, unchanged.</summary>
    public string Text { get; }

    /// <summary>The path it came from; empty for text in memory.</summary>
    public string Path { get; }

    /// <summary>Number of UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Wraps a text.</summary>
    public static SourceText From(string text, string path = "") => new(text, path);

    /// <summary>Line and column of an offset; offsets beyond the text count as its end.</summary>
    public LinePosition GetLinePosition(int offset)
    {
        var clamped = Math.Max(0, Math.Min(offset, Length));
        var low = 0;
        var high = _lineStarts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_lineStarts[middle] <= clamped)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return new LinePosition(low, clamped - _lineStarts[low]);
    }

    /// <summary>Where a 0-based line begins.</summary>
    internal int GetLineStart(int line) => _lineStarts[line];

    /// <summary>The span of a 0-based line without its line end.</summary>
    public TextSpan GetLineSpan(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Length;
        while (end > start && (Text[end - 1] is '\n' or '\r'))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The characters of a span.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }
}
