using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler;

/// <summary>
/// Files that may see each other, as years in folders of their own do not. A program is bound group by group, so an edit binds one group again.
/// A value: groups are equal when their files differ in blanks and plain comments alone (<see cref="SyntaxTree.IsEquivalentTo"/>).
/// </summary>
public sealed class FileGroup : IEquatable<FileGroup>
{
    private FileGroup(ImmutableArray<SyntaxTree> trees) => Trees = trees;

    /// <summary>The files, ordered by path.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>Divides files into groups that cannot see each other; the order of the files does not matter.</summary>
    public static ImmutableArray<FileGroup> Divide(IEnumerable<SyntaxTree> trees) =>
        [.. FilePartition.Divide(Order(trees)).Select(group => new FileGroup(group))];

    /// <summary>One group of all files, whether they can see each other or not.</summary>
    public static FileGroup Together(IEnumerable<SyntaxTree> trees) => new(Order(trees));

    /// <inheritdoc/>
    public bool Equals(FileGroup? other)
    {
        if (other is null || other.Trees.Length != Trees.Length)
        {
            return false;
        }

        for (var i = 0; i < Trees.Length; i++)
        {
            if (!Trees[i].IsEquivalentTo(other.Trees[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FileGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => Trees.Length == 0 ? 0 : StringComparer.Ordinal.GetHashCode(Trees[0].Source.Path);

    /// <summary>Whether the files are the very same trees.</summary>
    internal bool IsSameAs(FileGroup other) => Trees.SequenceEqual(other.Trees);

    private static ImmutableArray<SyntaxTree> Order(IEnumerable<SyntaxTree> trees) =>
        [.. trees.OrderBy(t => t.Source.Path, StringComparer.Ordinal)];
}
