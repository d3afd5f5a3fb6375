namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// A text builder that knows its indentation. Line ends are always <c>\n</c>: what is printed must not depend on the
/// machine it is printed on, or two builds of one source would differ.
/// </summary>
internal sealed class IndentedWriter
{
    private const int IndentSize = 4;
    private const int FirstSize = 1 << 14;

    // A framework's code has some 100,000 characters, so the memory to print it in is kept for the next one.
    [ThreadStatic]
    private static char[]? t_spare;

    private char[] _text;
    private int _length;
    private int _indent;

    public IndentedWriter()
    {
        _text = t_spare ?? new char[FirstSize];
        t_spare = null;
    }

    /// <summary>One line at the current indentation; an empty line has no trailing blanks.</summary>
    public IndentedWriter Line(string text = "")
    {
        if (text.Length > 0)
        {
            var blanks = _indent * IndentSize;
            Reserve(blanks);
            _text.AsSpan(_length, blanks).Fill(' ');
            _length += blanks;
        }

        return Directive(text);
    }

    /// <summary>One line at the left margin, for preprocessor directives.</summary>
    public IndentedWriter Directive(string text)
    {
        Reserve(text.Length + 1);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
        _text[_length++] = '\n';
        return this;
    }

    /// <summary>A line, an opening brace, and one level deeper.</summary>
    public IndentedWriter Open(string header)
    {
        Line(header);
        Line("{");
        _indent++;
        return this;
    }

    /// <summary>One level up and a closing brace.</summary>
    public IndentedWriter Close(string suffix = "")
    {
        _indent--;
        return Line("}" + suffix);
    }

    /// <summary>One level deeper, without a brace.</summary>
    public void Indent() => _indent++;

    /// <summary>One level up, without a brace.</summary>
    public void Outdent() => _indent--;

    /// <summary>What is printed; the writer is empty then, and its memory the next one's.</summary>
    public string Finish()
    {
        var text = ToString();
        _length = 0;
        t_spare = _text;
        _text = [];
        return text;
    }

    /// <inheritdoc/>
    public override string ToString() => new(_text, 0, _length);

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(Math.Max(_text.Length * 2, FirstSize), _length + more));
        }
    }
}
