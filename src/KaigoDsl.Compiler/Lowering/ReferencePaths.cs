using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>The paths under which the nodes of shared groups appear in the framework's own tree: 推進.Ⅳ.1.ア for 成果指標.1.ア.</summary>
internal sealed class ReferencePaths
{
    private readonly Dictionary<NodeSymbol, List<string>> _prefixes = [];

    public ReferencePaths(FrameworkSymbol framework)
    {
        // A group may be referred to from inside another; roots come in order of first use, so one pass over them suffices.
        foreach (var node in framework.AllNodes)
        {
            if (node.Reference is not { } shared)
            {
                continue;
            }

            if (!_prefixes.TryGetValue(shared, out var prefixes))
            {
                _prefixes.Add(shared, prefixes = []);
            }

            prefixes.AddRange(Of(node).IsEmpty && RootOf(node).Kind == NodeKind.Framework ? [node.Path] : Of(node));
        }
    }

    /// <summary>The other paths of a node; empty for a node of the framework's own tree.</summary>
    public ImmutableArray<string> Of(NodeSymbol node)
    {
        var root = RootOf(node);
        if (!_prefixes.TryGetValue(root, out var prefixes))
        {
            return [];
        }

        var below = node.Path.Substring(root.Path.Length);
        return [.. prefixes.Select(p => p + below)];
    }

    private static NodeSymbol RootOf(NodeSymbol node)
    {
        while (node.Parent is { } parent)
        {
            node = parent;
        }

        return node;
    }
}
