using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Engine;

/// <summary>Walks a framework's tree, going on through references into shared groups.</summary>
public static class PlanTree
{
    /// <summary>
    /// Every place of the tree in written order, the framework first. A node that refers to a shared group stands for the group's root, which
    /// has no place of its own. The totals (集計) come last.
    /// </summary>
    public static ImmutableArray<TreeEntry> Walk(FrameworkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var entries = ImmutableArray.CreateBuilder<TreeEntry>(plan.Nodes.Length);
        Visit(plan.Nodes[0], string.Empty, 0);
        foreach (var total in plan.Nodes.Where(n => n.Kind == NodeKind.Total))
        {
            entries.Add(new TreeEntry(total, total.Path, 1));
        }

        return entries.ToImmutable();

        void Visit(NodePlan node, string path, int depth)
        {
            entries.Add(new TreeEntry(node, path, depth));
            foreach (var child in ChildrenOf(plan, node))
            {
                Visit(plan.Nodes[child], path.Length == 0 ? plan.Nodes[child].Label : $"{path}.{plan.Nodes[child].Label}", depth + 1);
            }
        }
    }

    /// <summary>
    /// Index of the node with a path, written from below the framework, from below the place of a shared group, or from the shared group
    /// itself; -1 when there is none. The empty path is the framework.
    /// </summary>
    public static int Find(FrameworkPlan plan, string path)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(path);
        for (var i = 0; i < plan.Nodes.Length; i++)
        {
            if (string.Equals(plan.Nodes[i].Path, path, StringComparison.Ordinal))
            {
                return i;
            }
        }

        var current = 0;
        foreach (var label in path.Split('.'))
        {
            var next = -1;
            foreach (var child in ChildrenOf(plan, plan.Nodes[current]))
            {
                next = string.Equals(plan.Nodes[child].Label, label, StringComparison.Ordinal) ? child : next;
            }

            if (next < 0)
            {
                return -1;
            }

            current = next;
        }

        return current;
    }

    /// <summary>The node and its ancestors, itself first, up to the framework or the root of its shared group.</summary>
    internal static IEnumerable<NodePlan> SelfAndAncestors(FrameworkPlan plan, int node)
    {
        for (var current = node; current >= 0; current = plan.Nodes[current].Parent)
        {
            yield return plan.Nodes[current];
        }
    }

    internal static ImmutableArray<int> ChildrenOf(FrameworkPlan plan, NodePlan node) =>
        node.Reference >= 0 ? plan.Nodes[node.Reference].Children.AsImmutableArray() : node.Children.AsImmutableArray();
}
