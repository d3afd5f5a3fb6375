using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>区分: a class of 規模.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
public sealed class SizeClassSymbol(string label, TextLocation location) : Symbol(label, location)
{
    /// <summary>The lower boundary when written.</summary>
    public ExactNumber? From { get; internal set; }

    /// <summary>The upper boundary; <see langword="null"/> for the last class.</summary>
    public ExactNumber? Below { get; internal set; }

    /// <summary>Whether it is open upwards as written.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>Whether a boundary could not be read (reported).</summary>
    public bool IsBroken { get; internal set; }

    /// <summary>Where its boundaries stand.</summary>
    public TextLocation BoundaryLocation { get; internal set; } = location;

    /// <summary>Its budget in yen; <see langword="null"/> when it follows from 規模別予算.</summary>
    public BoundExpression? Budget { get; internal set; }
}
