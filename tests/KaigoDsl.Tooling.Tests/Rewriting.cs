using System.Text;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Tooling.Tests;

/// <summary>Rewrites a file without changing what it says.</summary>
internal static class Rewriting
{
    /// <summary>Every keyword, unit and year in the other language.</summary>
    public static string SwitchLanguage(string text)
    {
        var result = new StringBuilder();
        Append(SyntaxTree.Parse(text).Root, result, static (token, isLabel) => Switched(token, isLabel), static trivia => trivia.Text);
        return result.ToString();
    }

    /// <summary>Other blanks, and other comments; the line a comment <c>///</c> stands on stays a line of its own.</summary>
    public static string ChangeTrivia(string text, Random random)
    {
        var result = new StringBuilder("/* 前書き */\n");
        Append(
            SyntaxTree.Parse(text).Root,
            result,
            static (token, _) => token.Text,
            trivia => trivia.Kind is SyntaxKind.WhitespaceTrivia ? new string(' ', random.Next(1, 5))
                : trivia.Kind is SyntaxKind.EndOfLineTrivia ? random.Next(3) == 0 ? "  // 別の注釈\n\n" : "\r\n"
                : trivia.Text.StartsWith("//", StringComparison.Ordinal) ? "// 書き換えた注釈" : "/* 書き換えた注釈 */");
        return result.ToString();
    }

    /// <summary>The declarations in another order, and in each declaration that allows it the members.</summary>
    public static string Shuffle(string text, Random random)
    {
        var root = SyntaxTree.Parse(text).Root;
        var declarations = root.Declarations.ToArray();
        random.Shuffle(declarations);
        var result = new StringBuilder();
        foreach (var declaration in declarations)
        {
            AppendShuffled(declaration, result, random);
            result.Append('\n');
        }

        return result.Append(root.EndOfFile.ToFullString()).ToString();
    }

    private static void AppendShuffled(SyntaxNode node, StringBuilder result, Random random)
    {
        var movable = node.Children.Where(child => CanMove(node, child)).ToArray();
        random.Shuffle(movable);
        var next = 0;
        foreach (var child in node.Children)
        {
            var chosen = CanMove(node, child) ? movable[next++] : child;
            if (chosen is SyntaxNode inner and (BodySyntax or MemberSyntax or DeclarationSyntax))
            {
                AppendShuffled(inner, result, random);
            }
            else
            {
                result.Append(chosen.ToFullString());
            }

            result.Append(chosen is MemberSyntax ? "\n" : " ");
        }
    }

    /// <summary>Header parts and the members of bodies, but not the candidates of a 高い方, of which the first written of equals counts.</summary>
    private static bool CanMove(SyntaxNode parent, SyntaxElement child) => parent switch
    {
        _ when child is HeaderPartSyntax => parent is NodeDeclarationSyntax or FrameworkDeclarationSyntax or InputDeclarationSyntax,
        // A 仮定 behind an item would be the item's.
        BodySyntax body => child is MemberSyntax and not NoteClauseSyntax && !body.Members.OfType<NodeDeclarationSyntax>().Any(n => n.Keyword.Kind == SyntaxKind.SeriesKeyword)
            && !body.Members.OfType<NodeDeclarationSyntax>().Any(n => n.Parts.Any(p => p.Kind == SyntaxKind.TierConditionPart)),
        EntityDeclarationSyntax or EnumerationDeclarationSyntax or PublishedDeclarationSyntax => child is MemberSyntax,
        _ => false,
    };

    private static void Append(SyntaxNode node, StringBuilder result, Func<SyntaxToken, bool, string> write, Func<SyntaxTrivia, string> trivia)
    {
        foreach (var child in node.Children)
        {
            if (child is SyntaxNode inner)
            {
                Append(inner, result, write, trivia);
                continue;
            }

            var token = (SyntaxToken)child;
            result.AppendJoin(string.Empty, token.LeadingTrivia.Select(trivia));
            var text = write(token, node is LabelSyntax);
            result.Append(text);
            if (text != token.Text && token.TrailingTrivia.IsEmpty && char.IsAsciiLetter(text[^1]))
            {
                // 上位7割 needs no blank, top 7wari does.
                result.Append(' ');
            }

            result.AppendJoin(string.Empty, token.TrailingTrivia.Select(trivia));
        }
    }

    private static string Switched(SyntaxToken token, bool isLabel)
    {
        if (FiscalYearLiteral.TryParse(token.Text, out var year) && !int.TryParse(token.Text, out _))
        {
            return $"FY{year}";
        }

        if (!isLabel && SyntaxFacts.GetKeyword(token.Kind) is { } keyword)
        {
            return token.Text == keyword.Japanese ? keyword.English : keyword.Japanese;
        }

        if (token.Kind == SyntaxKind.NumberToken)
        {
            var digits = token.Text.TakeWhile(c => char.IsAsciiDigit(c) || c is '_' or '.').Count();
            return digits < token.Text.Length && SyntaxFacts.FindUnit(token.Text[digits..]) is { } unit
                ? token.Text[..digits] + (token.Text[digits..] == unit.Japanese ? unit.English : unit.Japanese)
                : token.Text;
        }

        return token.Kind == SyntaxKind.WordToken && !isLabel && SyntaxFacts.FindUnit(token.Text) is { } type
            ? token.Text == type.Japanese ? type.English : type.Japanese
            : token.Text;
    }
}
