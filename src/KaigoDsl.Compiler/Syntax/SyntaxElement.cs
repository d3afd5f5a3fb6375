using System.Text;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A token or a node.</summary>
public abstract class SyntaxElement
{
    /// <summary>What it is.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>Its range without the trivia at its ends.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>Its range with the trivia at its ends; the full spans of siblings are contiguous.</summary>
    public abstract TextSpan FullSpan { get; }

    /// <summary>Appends its text exactly as it was read.</summary>
    public abstract void WriteTo(StringBuilder writer);

    /// <summary>Its text exactly as it was read, trivia included.</summary>
    public string ToFullString()
    {
        var writer = new StringBuilder();
        WriteTo(writer);
        return writer.ToString();
    }
}
