using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>NODE: a node by the path people use, in any of the forms of <see cref="PlanTree.Find"/>.</summary>
internal static class NodeFinder
{
    private static readonly string[] s_numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    public static bool TryFind(FrameworkPlan plan, string path, Texts texts, out int node, [NotNullWhen(false)] out CommandFailure? failure)
    {
        failure = null;
        node = PlanTree.Find(plan, path);
        if (node < 0)
        {
            var wanted = Fold(path);
            var place = PlanTree.Walk(plan).FirstOrDefault(entry => entry.Path.Length > 0 && string.Equals(Fold(entry.Path), wanted, StringComparison.OrdinalIgnoreCase));
            node = place.Node is null ? -1 : place.Node.Index;
        }

        if (node < 0)
        {
            failure = CommandFailure.Usage(Explain(plan, path, texts));
        }

        return failure is null;
    }

    /// <summary>推進.II.体制 and 推進．Ⅱ．体制 are one path: not every keyboard has the numeral as one character.</summary>
    private static string Fold(string path)
    {
        var folded = new StringBuilder(CharacterFolding.Fold(path));
        for (var i = 0; i < s_numerals.Length; i++)
        {
            folded.Replace(((char)('Ⅰ' + i)).ToString(), s_numerals[i]);
        }

        return folded.ToString();
    }

    /// <summary>Follows the path as far as it is right, then offers the nearest label or says which labels there are.</summary>
    private static string Explain(FrameworkPlan plan, string path, Texts texts)
    {
        var places = PlanTree.Walk(plan).Select(static entry => entry.Path).Where(static place => place.Length > 0).ToHashSet(StringComparer.Ordinal);
        var sound = string.Empty;
        foreach (var label in path.Split('.'))
        {
            var prefix = sound.Length == 0 ? string.Empty : sound + ".";
            if (places.Contains(prefix + label))
            {
                sound = prefix + label;
                continue;
            }

            var labels = places
                .Where(place => place.StartsWith(prefix, StringComparison.Ordinal) && !place.AsSpan(prefix.Length).Contains('.'))
                .Select(place => place[prefix.Length..])
                .ToArray();
            if (NearestName.Find(label, labels) is { } near)
            {
                var whole = prefix + near + path[Math.Min(path.Length, prefix.Length + label.Length)..];
                return texts.UnknownNode(path, places.Contains(whole) ? whole : prefix + near);
            }

            return texts.UnknownNode(path, null) + "\n" + texts.NodesBelow(sound, string.Join(", ", labels));
        }

        return texts.UnknownNode(path, null);
    }
}
