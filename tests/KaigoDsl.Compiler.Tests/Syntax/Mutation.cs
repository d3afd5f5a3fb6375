using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Tests.Syntax;

/// <summary>Damages a text in one place, or several, by a number that decides everything.</summary>
internal static class Mutation
{
    private static readonly string[] Insertions =
    [
        "{", "}", "(", ")", ",", ":", ".", "=", "「", "」", "\"", "/*", "//", "\n", "　", "7", "点", "項目", "評価体系", "指標群", "上位7割", "ならば", "\uD842", "\0", "★",
    ];

    public static string Apply(string text, int seed)
    {
        var random = new SplitMix(seed);
        for (var count = random.Next(8) == 0 ? 4 : 1; count > 0; count--)
        {
            text = random.Next(3) == 0 ? ChangeToken(text, ref random) : ChangeCharacter(text, ref random);
        }

        return text;
    }

    private static string ChangeCharacter(string text, ref SplitMix random)
    {
        var at = random.Next(text.Length);
        return random.Next(5) switch
        {
            _ when text.Length == 0 => Insertions[random.Next(Insertions.Length)],
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 when at + 1 < text.Length => text.Remove(at, 1).Insert(at + 1, text[at].ToString()),
            3 => text[..at],
            _ => text.Insert(at, Insertions[random.Next(Insertions.Length)]),
        };
    }

    private static string ChangeToken(string text, ref SplitMix random)
    {
        var tokens = SyntaxTree.Parse(text).Root.DescendantTokens().Where(t => !t.IsMissing && t.Text.Length > 0).ToArray();
        if (tokens.Length < 2)
        {
            return text + Insertions[random.Next(Insertions.Length)];
        }

        var index = random.Next(tokens.Length - 1);
        var token = tokens[index];
        var next = tokens[index + 1];
        return random.Next(4) switch
        {
            0 => text.Remove(token.Span.Start, token.Span.Length),
            1 => text.Insert(token.Span.End, " " + token.Text),
            2 => text[..token.Span.Start] + next.Text + text[token.Span.End..next.Span.Start] + token.Text + text[next.Span.End..],
            _ => text.Insert(token.Span.End, " " + tokens[random.Next(tokens.Length)].Text),
        };
    }
}
