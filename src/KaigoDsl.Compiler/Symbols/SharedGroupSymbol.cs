using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>A 指標群 declared at top level; every framework that refers to it gets a tree of its own from it.</summary>
/// <param name="label">Its label.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="syntax">Its declaration.</param>
internal sealed class SharedGroupSymbol(string label, TextLocation location, NodeDeclarationSyntax syntax) : Symbol(label, location)
{
    public NodeDeclarationSyntax Syntax { get; } = syntax;

    public bool IsUsed { get; set; }
}
