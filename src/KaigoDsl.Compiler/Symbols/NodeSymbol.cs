using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>A node of a framework's tree.</summary>
/// <param name="label">Its label; empty for the framework itself.</param>
/// <param name="location">Where its label stands.</param>
/// <param name="kind">Its level.</param>
/// <param name="parent">The node above; <see langword="null"/> for the framework and for a shared group.</param>
public sealed class NodeSymbol(string label, TextLocation location, NodeKind kind, NodeSymbol? parent) : Symbol(label, location)
{
    private string? _path;

    /// <summary>Its level.</summary>
    public NodeKind Kind { get; } = kind;

    /// <summary>The node above.</summary>
    public NodeSymbol? Parent { get; } = parent;

    /// <summary>Its children in written order.</summary>
    public List<NodeSymbol> Children { get; } = [];

    /// <summary>Its inputs in written order.</summary>
    public List<ColumnSymbol> Inputs { get; } = [];

    /// <summary>How it gets its points.</summary>
    public ScoreRule Rule { get; internal set; } = kind switch
    {
        NodeKind.Item => ScoreRule.Item,
        NodeKind.Total => ScoreRule.Total,
        _ => ScoreRule.Sum,
    };

    /// <summary>配点 as written; <see langword="null"/> when not written or unreadable.</summary>
    public int? StatedPoints { get; internal set; }

    /// <summary>Where 配点 is written; the label when it is not.</summary>
    public TextLocation PointsLocation { get; internal set; } = location;

    /// <summary>最大, when written.</summary>
    public int? Cap { get; internal set; }

    /// <summary>Its full mark, set by the checker: derived where it can be, otherwise stated; <see langword="null"/> when unknown.</summary>
    public int? FullMark { get; internal set; }

    /// <summary>What its parts give, where that is not what it states (reported).</summary>
    internal int? DisputedMark { get; set; }

    /// <summary>The shared group a reference stands for; <see langword="null"/> when not found (reported) or not a reference.</summary>
    public NodeSymbol? Reference { get; internal set; }

    /// <summary>The nodes a 集計 sums.</summary>
    public List<NodeSymbol> Terms { get; } = [];

    /// <summary>順位 declared here.</summary>
    public RankingSymbol? Ranking { get; internal set; }

    /// <summary>The condition of an item; <see langword="null"/> for a reported answer.</summary>
    public BoundCondition? Condition { get; internal set; }

    /// <summary>前提 of an item.</summary>
    public List<NodeSymbol> Prerequisites { get; } = [];

    /// <summary>時点 written here.</summary>
    public string? Period { get; internal set; }

    /// <summary>旧, 新設, 統合, 分割.</summary>
    public List<LineagePlan> Lineage { get; } = [];

    /// <summary>Its <c>///</c> comment.</summary>
    public string? Documentation { get; internal set; }

    /// <summary>Labels from below the root, or from the shared group, joined by dots.</summary>
    public string Path => _path ??= Parent is null
        ? (Kind == NodeKind.Framework ? string.Empty : Label)
        : Parent.Path.Length == 0 ? Label : Parent.Path + "." + Label;

    /// <summary>The path as a person reads it: the framework is 得点.</summary>
    public string DisplayPath => Path.Length == 0 ? "得点" : Path;

    /// <summary>The child with a label, looking through a reference; <see langword="null"/> when there is none.</summary>
    public NodeSymbol? FindChild(string childLabel)
    {
        var holder = Reference ?? this;
        foreach (var child in holder.Children)
        {
            if (string.Equals(child.Label, childLabel, StringComparison.Ordinal))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>This node, then everything below it in pre-order; references are not entered.</summary>
    public IEnumerable<NodeSymbol> SelfAndDescendants()
    {
        // One iterator with a stack: nested ones would pass every node up through every level.
        var pending = new Stack<NodeSymbol>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                pending.Push(node.Children[i]);
            }
        }
    }

    /// <summary>This node and the nodes above it, nearest first.</summary>
    public IEnumerable<NodeSymbol> SelfAndAncestors()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }
}
