using System.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// A text builder that knows its indentation. Line ends are always <c>\n</c>: what is printed must not depend on the
/// machine it is printed on, or two builds of one source would differ.
/// </summary>
internal sealed class IndentedWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>One line at the current indentation; an empty line has no trailing blanks.</summary>
    public IndentedWriter Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _indent * IndentSize).Append(text);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>One line at the left margin, for preprocessor directives.</summary>
    public IndentedWriter Directive(string text)
    {
        _text.Append(text).Append('\n');
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

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
