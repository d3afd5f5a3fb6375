using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// The text of a label as names are compared. Folding is the language's own (<see cref="CharacterFolding"/>), never the platform's: a host
/// without globalization data would not compose characters, and the same spec would then mean something else there.
/// </summary>
internal static class LabelText
{
    public static string Of(LabelSyntax label) => label.Name;

    public static string Of(SyntaxToken token) => CharacterFolding.Fold(token.Text);
}
