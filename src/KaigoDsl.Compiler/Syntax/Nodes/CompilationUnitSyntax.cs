using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>One <c>.kaigo</c> file.</summary>
public sealed class CompilationUnitSyntax : SyntaxNode
{
    internal CompilationUnitSyntax(ImmutableArray<DeclarationSyntax> declarations, SyntaxToken endOfFile)
        : base(SyntaxKind.CompilationUnit, new ChildListBuilder().AddRange(declarations).Add(endOfFile).ToChildren())
    {
        Declarations = declarations;
        EndOfFile = endOfFile;
    }

    /// <summary>Its declarations; skipped text is among them.</summary>
    public ImmutableArray<DeclarationSyntax> Declarations { get; }

    /// <summary>The end, with the trivia before it.</summary>
    public SyntaxToken EndOfFile { get; }
}
