using System.Globalization;
using System.Text;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Canon;

/// <summary>
/// A specification as a list of facts, one a line, each with the path of what it is about: for tools that compare line by line (<c>git diff</c> with
/// <c>textconv</c>). Layout, comments, the order of declarations, the language of keywords and the width of characters leave no trace. It is made from
/// one file alone, since git shows one file at a time; what a name in another file means plays no part.
/// </summary>
public static class CanonicalSpec
{
    /// <summary>The facts of a file, in an order that does not depend on how it is written.</summary>
    /// <param name="tree">The file. Where it is not well formed the facts are of what could be read.</param>
    public static string Print(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var blocks = tree.Root.Declarations.Select(Block).Where(static block => block.Length > 0).ToList();
        blocks.Sort(LabelOrder.Compare);
        return string.Concat(blocks);
    }

    private static string Block(DeclarationSyntax declaration)
    {
        var lines = new StringBuilder();
        Append(declaration is SharedGroupDeclarationSyntax shared ? shared.Node : declaration, string.Empty, lines);
        return lines.ToString();
    }

    /// <summary>One line for what it is, one for each part of its header, then what stands inside.</summary>
    private static void Append(SyntaxNode node, string path, StringBuilder lines)
    {
        var (own, parts, members) = Split(node);
        var label = Text(own);
        var place = Place(node, path, label);
        var isNested = members.Count > 0;
        lines.Append(isNested || parts.Count > 0 || path.Length == 0 ? place : path + ": " + label).Append('\n');
        foreach (var part in parts.Select(static part => Text([part])).Order(StringComparer.Ordinal))
        {
            lines.Append(place).Append(": ").Append(part).Append('\n');
        }

        if (parts.Any(static part => part.DescendantTokens().Any(static token => token.Kind == SyntaxKind.BetterOfKeyword)))
        {
            // The order of the candidates decides between equals, so it is a fact of its own.
            var order = members.OfType<NodeDeclarationSyntax>().Select(static member => member.Label.Name);
            lines.Append(place).Append(": 候補の順 ").Append(string.Join(" ", order)).Append('\n');
        }

        var blocks = new List<string>();
        foreach (var member in members)
        {
            var inner = new StringBuilder();
            Append(member, place, inner);
            blocks.Add(inner.ToString());
        }

        if (!IsOrdered(node))
        {
            blocks.Sort(LabelOrder.Compare);
        }

        foreach (var block in blocks)
        {
            lines.Append(block);
        }
    }

    /// <summary>In a test later lines win, in a decision the first clause decides, and steps ascend.</summary>
    private static bool IsOrdered(SyntaxNode node) => node is TestDeclarationSyntax or GivenClauseSyntax
        || node is DeclarationSyntax and not (FrameworkDeclarationSyntax or EntityDeclarationSyntax or EnumerationDeclarationSyntax or PublishedDeclarationSyntax or AllocationDeclarationSyntax);

    private static (List<SyntaxElement> Own, List<SyntaxNode> Parts, List<SyntaxNode> Members) Split(SyntaxNode node)
    {
        var (own, parts, members) = (new List<SyntaxElement>(), new List<SyntaxNode>(), new List<SyntaxNode>());
        foreach (var child in node.Children)
        {
            switch (child)
            {
                case BodySyntax body:
                    foreach (var member in body.Members)
                    {
                        (member is NoteClauseSyntax ? parts : members).Add(member);
                    }

                    break;
                case NoteClauseSyntax note:
                    parts.Add(note);
                    break;
                case HeaderPartSyntax part:
                    parts.Add(part);
                    break;
                case MemberSyntax member:
                    members.Add(member);
                    break;
                case SyntaxToken { Kind: SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.CommaToken or SyntaxKind.SemicolonToken }:
                    break;
                default:
                    own.Add(child);
                    break;
            }
        }

        return (own, parts, members);
    }

    private static string Place(SyntaxNode node, string path, string label) => node switch
    {
        NodeDeclarationSyntax declared => Under(path, $"{Words(declared.Keyword)[0]} {declared.Label.Name}")
            + (declared.Reference is { } reference ? $" = {reference.Name}" : string.Empty),
        _ => Under(path, label),
    };

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path} / {name}";

    /// <summary>The words with single blanks between them, and none inside paths and brackets.</summary>
    private static string Text(IEnumerable<SyntaxElement> elements)
    {
        var text = new StringBuilder();
        foreach (var word in elements.SelectMany(Words))
        {
            var isTight = text.Length == 0 || word is "." or "," or ")" || text[^1] is '.' or '(';
            text.Append(isTight ? string.Empty : " ").Append(word);
        }

        return text.ToString();
    }

    private static IReadOnlyList<string> Words(SyntaxElement element) =>
        element is SyntaxToken token ? [Word(token)] : [.. ((SyntaxNode)element).DescendantTokens().Where(static t => !t.IsMissing).Select(Word)];

    private static string Word(SyntaxToken token)
    {
        if (SyntaxFacts.GetKeyword(token.Kind) is { } keyword)
        {
            return keyword.Japanese;
        }

        // A quotient has two signs and one meaning.
        var kind = token.Kind == SyntaxKind.SlashToken ? SyntaxKind.DivideToken : token.Kind;
        return kind == SyntaxKind.StringToken ? $"「{StringLiteral.Unquote(token.Text)}」"
            : SyntaxFacts.GetPunctuation(kind) ?? Plain(CharacterFolding.Fold(token.Text));
    }

    /// <summary>Years and units in their Japanese spelling, numbers without their separators.</summary>
    private static string Plain(string word)
    {
        if (word.Length == 0 || !char.IsAsciiDigit(word[0]))
        {
            // An English type or a coded year; any other word is a label and stays as it is.
            return SyntaxFacts.FindUnit(word)?.Japanese
                ?? (FiscalYearLiteral.TryParse(word, out var year) ? FiscalYearLiteral.ToEraText(year) : word);
        }

        var end = 0;
        while (end < word.Length && (char.IsAsciiDigit(word[end]) || word[end] is '_' or '.'))
        {
            end++;
        }

        if (FiscalYearLiteral.TryParse(word, out var western) && end < word.Length)
        {
            return FiscalYearLiteral.ToEraText(western);
        }

        var digits = word[..end].Replace("_", string.Empty, StringComparison.Ordinal);
        var rest = word[end..].TrimStart('_');
        return digits + (rest.Length == 0 ? string.Empty : SyntaxFacts.FindUnit(rest)?.Japanese ?? rest);
    }

    /// <summary>Ordinal, except that runs of digits count as numbers: 指標 2 stands before 指標 10.</summary>
    private static class LabelOrder
    {
        public static int Compare(string left, string right)
        {
            var (i, j) = (0, 0);
            while (i < left.Length && j < right.Length)
            {
                var (a, b) = (Run(left, i), Run(right, j));
                var order = a.Number is { } x && b.Number is { } y ? x.CompareTo(y) : left[i].CompareTo(right[j]);
                if (order != 0)
                {
                    return order;
                }

                (i, j) = (a.End, b.End);
            }

            var remaining = (left.Length - i).CompareTo(right.Length - j);
            return remaining != 0 ? remaining : string.CompareOrdinal(left, right);
        }

        private static (ulong? Number, int End) Run(string text, int start)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < MaximumDigits)
            {
                end++;
            }

            return end == start ? (null, start + 1) : (ulong.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture), end);
        }

        private const int MaximumDigits = 18;
    }
}
