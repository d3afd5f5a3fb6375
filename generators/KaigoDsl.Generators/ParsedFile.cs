using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Generators;

/// <summary>A file and its tree. Equal when path and text are: the tree depends on nothing else, so it need not be compared.</summary>
internal sealed class ParsedFile : IEquatable<ParsedFile>
{
    private ParsedFile(KaigoFile file, SyntaxTree tree)
    {
        File = file;
        Tree = tree;
    }

    public KaigoFile File { get; }

    public SyntaxTree Tree { get; }

    public static ParsedFile Parse(KaigoFile file) => new(file, SyntaxTree.Parse(SourceText.From(file.Text, file.Path)));

    public bool Equals(ParsedFile? other) => other is not null && File.Equals(other.File);

    public override bool Equals(object? obj) => Equals(obj as ParsedFile);

    public override int GetHashCode() => File.GetHashCode();
}
