using System.Text;

namespace KaigoDsl.Tooling.Reports.Html;

/// <summary>Writes a page: markup as it is, text escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _page = new();

    /// <summary>Markup of the page's own.</summary>
    public HtmlWriter Raw(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>What somebody wrote.</summary>
    public HtmlWriter Text(string text)
    {
        _page.Append(HtmlText.Escape(text));
        return this;
    }

    /// <summary>An element with nothing but text in it.</summary>
    /// <param name="tag">The element.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Attributes of the page's own, with a blank before; never what somebody wrote.</param>
    public HtmlWriter Element(string tag, string text, string attributes = "") =>
        Raw($"<{tag}{attributes}>").Text(text).Raw($"</{tag}>");

    /// <summary>A name that may run from right to left without turning what stands around it.</summary>
    public HtmlWriter Name(string text) => Element("bdi", text);

    public override string ToString() => _page.ToString();
}
