using System.Collections.Immutable;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Tests.Syntax;

namespace KaigoDsl.Compiler.Tests.Meaning;

/// <summary>
/// A series of edits of a set of files, decided by a seed: blanks, comments, lines, numbers, names (in one file or in all), declarations that go or
/// come from another file, damage, whole files, and back to where it began, so that most of the time there is nothing wrong.
/// </summary>
internal sealed class SpecEdits(IEnumerable<(string Path, string Text)> files, int seed)
{
    private readonly ImmutableArray<(string Path, string Text)> _original = [.. files];
    private SplitMix _random = new(seed);

    /// <summary>The files as they are now.</summary>
    public SortedDictionary<string, string> Files { get; } = new(files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Makes an edit; returns what it was.</summary>
    public string Next()
    {
        var path = Files.Keys.ElementAt(_random.Next(Files.Count));
        var kind = _random.Next(13);
        switch (kind)
        {
            case 0 or 1:
                Files[path] = AtToken(Files[path], (text, token) => text.Insert(token.Span.Start, token.LeadingTrivia.IsEmpty && token.Span.Start > 0 && text[token.Span.Start - 1] != ' ' ? string.Empty : "  "));
                return "blanks in " + path;
            case 2:
                Files[path] = Files[path].TrimEnd() + " // " + _random.Next(100) + "\n";
                return "a comment behind " + path;
            case 3:
                Files[path] = AtToken(Files[path], (text, token) => text.Insert(token.FullSpan.Start, "\n// 注\n"));
                return "lines in " + path;
            case 4 or 5 or 6:
                Files[path] = ChangeNumber(Files[path]);
                return "a number of " + path;
            case 7:
                Rename(path, all: false);
                return "a name in " + path;
            case 8:
                Rename(path, all: true);
                return "a name everywhere";
            case 9:
                Files[path] = MoveDeclaration(path);
                return "a declaration of " + path;
            case 10:
                Files[path] = Mutation.Apply(Files[path], _random.Next(int.MaxValue));
                return "damage to " + path;
            case 11 when Files.Count > 2:
                Files.Remove(path);
                return "without " + path;
            default:
                Restore();
                return "back to the beginning";
        }
    }

    /// <summary>Undoes everything.</summary>
    public void Restore()
    {
        Files.Clear();
        foreach (var (path, text) in _original)
        {
            Files.Add(path, text);
        }
    }

    private string AtToken(string text, Func<string, SyntaxToken, string> edit)
    {
        var tokens = TokensOf(text);
        return tokens.Length == 0 ? text : edit(text, tokens[_random.Next(tokens.Length)]);
    }

    private string ChangeNumber(string text)
    {
        var numbers = TokensOf(text).Where(t => t.Kind == SyntaxKind.NumberToken && t.Text[0] is >= '0' and <= '9').ToArray();
        if (numbers.Length == 0)
        {
            return text;
        }

        var number = numbers[_random.Next(numbers.Length)];
        var digit = (char)('1' + _random.Next(9));
        return text.Remove(number.Span.Start, 1).Insert(number.Span.Start, digit.ToString());
    }

    private void Rename(string path, bool all)
    {
        var words = TokensOf(Files[path]).Where(t => t.Kind == SyntaxKind.WordToken).Select(t => t.Text).Distinct().ToArray();
        if (words.Length == 0)
        {
            return;
        }

        var old = words[_random.Next(words.Length)];
        var name = _random.Next(3) == 0 ? words[_random.Next(words.Length)] : old + "改";
        foreach (var file in all ? Files.Keys.ToArray() : [path])
        {
            var text = Files[file];
            foreach (var token in TokensOf(text).Where(t => t.Text == old).OrderByDescending(t => t.Span.Start))
            {
                text = text.Remove(token.Span.Start, token.Span.Length).Insert(token.Span.Start, name);
            }

            Files[file] = text;
        }
    }

    private string MoveDeclaration(string path)
    {
        var from = Files.Keys.ElementAt(_random.Next(Files.Count));
        var declarations = SyntaxTree.Parse(Files[from]).Root.Declarations;
        if (declarations.Length == 0)
        {
            return Files[path];
        }

        var declaration = declarations[_random.Next(declarations.Length)];
        return from == path
            ? Files[path].Remove(declaration.FullSpan.Start, declaration.FullSpan.Length)
            : Files[path] + "\n" + declaration.ToFullString() + "\n";
    }

    private static SyntaxToken[] TokensOf(string text) =>
        [.. SyntaxTree.Parse(text).Root.DescendantTokens().Where(t => !t.IsMissing && t.Text.Length > 0)];
}
