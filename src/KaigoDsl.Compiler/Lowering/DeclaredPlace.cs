using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Where something is declared, in the order in which a program is read: by path, then by place.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">The offset in it.</param>
internal readonly record struct DeclaredPlace(string Path, int Start) : IComparable<DeclaredPlace>
{
    public static DeclaredPlace Of(TextLocation location) => new(location.Path, location.Span.Start);

    public int CompareTo(DeclaredPlace other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Start.CompareTo(other.Start);
    }
}
