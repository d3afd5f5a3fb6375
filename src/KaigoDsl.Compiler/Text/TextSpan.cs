namespace KaigoDsl.Compiler.Text;

/// <summary>A half-open range of UTF-16 offsets: <see cref="Start"/> is in it, <see cref="End"/> is not.</summary>
/// <param name="Start">First offset.</param>
/// <param name="Length">Number of UTF-16 units; zero marks a place between characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset behind the range.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;
}
