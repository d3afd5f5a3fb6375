using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>A declared thing.</summary>
/// <param name="label">Its label as written.</param>
/// <param name="location">Where its label stands.</param>
public abstract class Symbol(string label, TextLocation location)
{
    /// <summary>Its label as written.</summary>
    public string Label { get; } = label;

    /// <summary>Where its label stands.</summary>
    public TextLocation Location { get; } = location;

    /// <summary>Its title, when given.</summary>
    public string? Title { get; internal set; }

    /// <summary>仮定 attached to it, in written order.</summary>
    public List<string> Assumptions { get; } = [];

    /// <summary>出典, when given.</summary>
    public string? Source { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Label;
}
