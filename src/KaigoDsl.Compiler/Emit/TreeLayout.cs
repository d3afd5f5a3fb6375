using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>The decided shape of the scores tree: which class a node has, what its members are called, how it is reached.</summary>
internal sealed class TreeLayout
{
    /// <summary>The name of the whole framework's score.</summary>
    public const string TotalMember = "得点";

    private readonly string?[] _classes;
    private readonly ImmutableArray<TreeMember>[] _members;
    private readonly string[] _accesses;

    private TreeLayout(FrameworkPlan plan, ImmutableArray<int> sharedRoots, string?[] classes, ImmutableArray<TreeMember>[] members, string[] accesses, string total)
    {
        Plan = plan;
        SharedRoots = sharedRoots;
        _classes = classes;
        _members = members;
        _accesses = accesses;
        Total = total;
    }

    public FrameworkPlan Plan { get; }

    public string ScoresType => Plan.EntityIdentifier + "Scores";

    /// <summary>The property that holds the framework's own score.</summary>
    public string Total { get; }

    /// <summary>Roots of shared groups, those that others refer to first.</summary>
    public ImmutableArray<int> SharedRoots { get; }

    /// <summary>The class of a node that has members, or <see langword="null"/> for a leaf, which is a plain score node.</summary>
    public string? Class(int node) => _classes[node] is { } name ? CSharpText.Identifier(name) : null;

    /// <summary>The members of a node; for the framework also the shared groups.</summary>
    public ImmutableArray<TreeMember> Members(int node) => _members[node];

    /// <summary>How a node is reached from the scores: <c>推進.Ⅰ.体制</c>.</summary>
    public string Access(int node) => _accesses[node];

    public static TreeLayout Create(FrameworkPlan plan)
    {
        var count = plan.Nodes.Count;
        var shared = SharedInOrder(plan);
        var classes = new string?[count];
        var members = new ImmutableArray<TreeMember>[count];
        var accesses = new string[count];
        var scoresType = plan.EntityIdentifier + "Scores";
        var root = new NameScope(scoresType, "Board", "Count", "MaxDegreeOfParallelism", "Nodes");
        var total = root.Claim(TotalMember);
        accesses[0] = total;

        // Classes are nested in the scores class and so share its declaration space with the top members.
        var top = ImmutableArray.CreateBuilder<TreeMember>();
        var totals = plan.Nodes.Where(n => n.Kind == NodeKind.Total).Select(n => n.Index);
        foreach (var child in plan.Nodes[0].Children.Concat(shared).Concat(totals))
        {
            top.Add(new TreeMember(root.Claim(plan.Nodes[child].Identifier), child, FromShared: false));
        }

        members[0] = top.ToImmutable();
        foreach (var member in top)
        {
            Visit(member.Node, member.Name, CSharpText.Identifier(member.Name));
        }

        return new TreeLayout(plan, shared, classes, members, accesses, total);

        void Visit(int index, string stem, string access)
        {
            var node = plan.Nodes[index];
            var isReference = node.Rule == ScoreRule.Reference && node.Reference >= 0;
            var children = isReference ? plan.Nodes[node.Reference].Children : node.Children;
            accesses[index] = access;
            if (children.Count == 0)
            {
                members[index] = ImmutableArray<TreeMember>.Empty;
                return;
            }

            var name = root.Claim(stem + "Scores");
            classes[index] = name;
            var scope = new NameScope(name, "Count", "FullMark", "IsUnknown", "Path", "Slot", "Title", "Values");
            var result = ImmutableArray.CreateBuilder<TreeMember>(children.Count);
            foreach (var child in children)
            {
                var member = scope.Claim(plan.Nodes[child].Identifier);
                result.Add(new TreeMember(member, child, isReference));
                if (!isReference)
                {
                    Visit(child, stem + "_" + member, access + "." + CSharpText.Identifier(member));
                }
            }

            members[index] = result.ToImmutable();
        }
    }

    private static ImmutableArray<int> SharedInOrder(FrameworkPlan plan)
    {
        var order = ImmutableArray.CreateBuilder<int>();
        var seen = new HashSet<int>();
        foreach (var node in plan.Nodes)
        {
            if (node.Index > 0 && node.Parent < 0)
            {
                Add(node.Index);
            }
        }

        return order.ToImmutable();

        void Add(int root)
        {
            if (!seen.Add(root))
            {
                return;
            }

            foreach (var node in plan.Nodes)
            {
                if (node.Rule == ScoreRule.Reference && node.Reference >= 0 && RootOf(plan, node.Index) == root)
                {
                    Add(node.Reference);
                }
            }

            order.Add(root);
        }
    }

    private static int RootOf(FrameworkPlan plan, int node)
    {
        while (plan.Nodes[node].Parent >= 0)
        {
            node = plan.Nodes[node].Parent;
        }

        return node;
    }
}

/// <summary>A member of a class of the scores tree.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Node">The node it stands for.</param>
/// <param name="FromShared">Whether it belongs to a shared group and is only passed on.</param>
internal sealed record TreeMember(string Name, int Node, bool FromShared);
