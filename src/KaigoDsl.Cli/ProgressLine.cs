using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Cli;

/// <summary>One line on the terminal that says what is being done; nothing at all when nobody watches.</summary>
internal sealed class ProgressLine(TextWriter writer, bool enabled)
{
    private int _width;

    public void Show(string text)
    {
        if (enabled)
        {
            Clear();
            writer.Write(text);
            writer.Flush();
            _width = DisplayWidth.Of(text);
        }
    }

    /// <summary>Takes the line away, before anything else is written.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            writer.Write('\r');
            writer.Write(new string(' ', _width));
            writer.Write('\r');
            writer.Flush();
            _width = 0;
        }
    }
}
