using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Reads what every header may carry: title, 仮定, 出典.</summary>
internal static class HeaderParts
{
    public static void ReadNotes(Symbol symbol, ImmutableArray<HeaderPartSyntax> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case TitlePartSyntax title:
                    symbol.Title ??= StringLiteral.Unquote(title.Text.Text);
                    break;
                case NotePartSyntax note:
                    ReadNote(symbol, note);
                    break;
            }
        }
    }

    public static void ReadNote(Symbol symbol, NotePartSyntax note)
    {
        var text = StringLiteral.Unquote(note.Text.Text);
        if (note.Keyword.Kind == SyntaxKind.AssumptionKeyword)
        {
            symbol.Assumptions.Add(text);
        }
        else
        {
            symbol.Source ??= text;
        }
    }

    /// <summary>The text of the <c>///</c> comment before a token; <see langword="null"/> when there is none.</summary>
    public static string? Documentation(SyntaxToken? first)
    {
        if (first is null)
        {
            return null;
        }

        var lines = first.LeadingTrivia
            .Where(t => t.Kind == SyntaxKind.DocumentationTrivia)
            .Select(t => t.Text.TrimStart('/').Trim())
            .ToArray();
        return lines.Length == 0 ? null : string.Join("\n", lines);
    }

    public static TextLocation At(this SyntaxElement element, SourceText source) => new(source, element.Span);
}
