using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;

namespace KaigoDsl.Cli;

/// <summary>
/// What two things a command line names: <c>OLD NEW</c> (files, folders, revisions, <c>REVISION:PATH</c>), <c>A..B</c> or <c>A...B</c>, or one revision against
/// what lies on the disk; behind <c>--</c> or a range the paths that are looked at.
/// </summary>
internal sealed record ComparedSides(ComparedSide Old, ComparedSide New)
{
    private const int CommitIdLength = 40;
    private const int ShortIdLength = 10;

    public static Argument<string[]> Argument(Texts texts) =>
        new("OLD NEW") { Arity = ArgumentArity.ZeroOrMore, Description = texts.SidesArgument };

    public static bool TryParse(
        ParseResult result, Argument<string[]> argument, GitRepository git, Texts texts, [NotNullWhen(true)] out ComparedSides? sides, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var values = result.GetValue(argument) ?? [];
        var behind = CountBehindDashes(result);
        var names = values[..^behind];
        var paths = values[^behind..];
        sides = null;
        if (names.Length > 0 && !Exists(names[0]) && SplitRange(names[0]) is var (left, right, isMergeBase))
        {
            return TryRange(left, right, isMergeBase, [.. names[1..], .. paths], git, texts, out sides, out failure);
        }

        if (names.Length == 1 && (paths.Length > 0 || !Exists(names[0])))
        {
            var shown = paths.Length > 0 ? paths : ["."];
            sides = TrySide(names[0], shown, git, out var old, out failure)
                ? new ComparedSides(old, new ComparedSide(texts.WorkingTree, null, [.. shown]))
                : null;
            return sides is not null;
        }

        if (names.Length != 2 || (paths.Length > 0 && names.Any(Exists)))
        {
            failure = CommandFailure.Usage(texts.TwoSidesNeeded);
            return false;
        }

        sides = TrySide(names[0], paths, git, out var first, out failure) && TrySide(names[1], paths, git, out var second, out failure)
            ? new ComparedSides(first, second)
            : null;
        return sides is not null;
    }

    private static bool TryRange(
        string left, string right, bool isMergeBase, string[] paths, GitRepository git, Texts texts, out ComparedSides? sides, [NotNullWhen(false)] out CommandFailure? failure)
    {
        sides = null;
        paths = paths.Length > 0 ? paths : ["."];
        var (from, to) = (left.Length == 0 ? "HEAD" : left, right.Length == 0 ? "HEAD" : right);
        if (!TrySide(from, paths, git, out var old, out failure) || !TrySide(to, paths, git, out var current, out failure))
        {
            return false;
        }

        if (isMergeBase)
        {
            if (git.MergeBase(from, to) is not { } common)
            {
                failure = CommandFailure.Usage(texts.NothingInCommon(from, to));
                return false;
            }

            old = old with { Commit = common };
        }

        sides = new ComparedSides(old, current);
        return true;
    }

    private static bool TrySide(string name, string[] paths, GitRepository git, [NotNullWhen(true)] out ComparedSide? side, [NotNullWhen(false)] out CommandFailure? failure)
    {
        failure = null;
        if (Exists(name))
        {
            side = new ComparedSide(name, null, [name]);
            return true;
        }

        // REVISION:PATH is git's own way to name a file of a revision.
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (revision, shown) = colon > 0 && paths.Length == 0 ? (name[..colon], [name[(colon + 1)..]]) : (name, paths.Length > 0 ? paths : ["."]);
        side = git.Resolve(revision) is { } commit ? new ComparedSide(Shown(revision, shown), commit, [.. shown.Select(static path => path.Length == 0 ? "." : path)]) : null;
        failure = side is null ? git.WhyNot(revision) : null;
        return side is not null;
    }

    /// <summary>As git writes it; a whole commit id in its short form.</summary>
    private static string Shown(string revision, string[] paths)
    {
        var name = revision.Length == CommitIdLength && revision.All(char.IsAsciiHexDigit) ? revision[..ShortIdLength] : revision;
        return paths is ["."] ? name : $"{name}:{string.Join(' ', paths)}";
    }

    private static (string Left, string Right, bool IsMergeBase)? SplitRange(string text)
    {
        var three = text.IndexOf("...", StringComparison.Ordinal);
        var two = text.IndexOf("..", StringComparison.Ordinal);
        return three >= 0 && !text[(three + 3)..].StartsWith('/') ? (text[..three], text[(three + 3)..], true)
            : two >= 0 && !text[(two + 2)..].StartsWith('/') ? (text[..two], text[(two + 2)..], false)
            : null;
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static int CountBehindDashes(ParseResult result)
    {
        var before = result.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash).Count();
        return Math.Max(0, result.Tokens.Count - before - 1);
    }
}
