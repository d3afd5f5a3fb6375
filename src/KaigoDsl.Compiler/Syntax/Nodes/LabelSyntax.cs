using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Syntax;

/// <summary>A written name.</summary>
public sealed class LabelSyntax : SyntaxNode
{
    private string? _name;

    internal LabelSyntax(SyntaxToken token)
        : base(SyntaxKind.Label, [token])
    {
        Token = token;
    }

    /// <summary>A word, a whole number or a keyword used as a name.</summary>
    public SyntaxToken Token { get; }

    /// <summary>The label to compare by: width and kana composition folded, so that １ and 1 are one label.</summary>
    public string Name => _name ??= CharacterFolding.Fold(Token.Text);
}
