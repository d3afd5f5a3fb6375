using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Symbols;

/// <summary>評価体系: one year's framework for one entity.</summary>
/// <param name="label">Year and entity: <c>令和7年度 市町村</c>.</param>
/// <param name="location">Where the year stands.</param>
/// <param name="fiscalYear">The Western fiscal year; 0 when it could not be read.</param>
/// <param name="entity">Who is evaluated; <see langword="null"/> when unknown (reported).</param>
/// <param name="entityLabel">The entity's label as written.</param>
/// <param name="root">The root of its tree.</param>
/// <param name="syntax">Its declaration.</param>
public sealed class FrameworkSymbol(
    string label,
    TextLocation location,
    int fiscalYear,
    EntitySymbol? entity,
    string entityLabel,
    NodeSymbol root,
    FrameworkDeclarationSyntax syntax)
    : Symbol(label, location)
{
    private NodeSymbol[]? _nodes;
    private Dictionary<string, ColumnSymbol>? _inputs;

    /// <summary>The Western fiscal year; 0 when it could not be read.</summary>
    public int FiscalYear { get; } = fiscalYear;

    /// <summary>Who is evaluated; <see langword="null"/> when unknown.</summary>
    public EntitySymbol? Entity { get; } = entity;

    /// <summary>The entity's label as written.</summary>
    public string EntityLabel { get; } = entityLabel;

    /// <summary>The root of its tree.</summary>
    public NodeSymbol Root { get; } = root;

    /// <summary>Its declaration.</summary>
    public FrameworkDeclarationSyntax Syntax { get; } = syntax;

    /// <summary>The shared groups it refers to, in order of first use.</summary>
    public List<NodeSymbol> SharedGroups { get; } = [];

    /// <summary>Its 集計 in written order.</summary>
    public List<NodeSymbol> Totals { get; } = [];

    /// <summary>Columns that only rules and allocations of the entity read; they stand behind the framework's own.</summary>
    public List<ColumnSymbol> RuleInputs { get; } = [];

    /// <summary>What evaluation starts from: the root, the shared groups, the totals.</summary>
    public IEnumerable<NodeSymbol> Roots => new[] { Root }.Concat(SharedGroups).Concat(Totals);

    /// <summary>Every node: the tree in pre-order, then each shared group's, then the totals.</summary>
    public IEnumerable<NodeSymbol> AllNodes => _nodes ?? Roots.SelectMany(r => r.SelfAndDescendants());

    /// <summary>The input of a label, wherever it is declared; labels of inputs are unique in a sound framework.</summary>
    public ColumnSymbol? FindInput(string label)
    {
        if (_inputs is null || _nodes is null)
        {
            _inputs = new Dictionary<string, ColumnSymbol>(StringComparer.Ordinal);
            foreach (var input in AllNodes.SelectMany(n => n.Inputs))
            {
                if (!_inputs.ContainsKey(input.Label))
                {
                    _inputs.Add(input.Label, input);
                }
            }
        }

        return _inputs.TryGetValue(label, out var found) ? found : null;
    }

    /// <summary>Declares that the tree is complete: nodes and inputs are not looked for again.</summary>
    internal void Complete() => _nodes = [.. AllNodes];

    /// <summary>The node a path from the top begins with: a child of the framework, a shared group or a total.</summary>
    public NodeSymbol? FindTop(string label) =>
        Root.FindChild(label) ?? SharedGroups.Find(g => g.Label == label) ?? Totals.Find(t => t.Label == label);

    /// <summary>The labels a path from the top may begin with.</summary>
    public IEnumerable<string> TopLabels => Root.Children.Concat(SharedGroups).Concat(Totals).Select(n => n.Label);
}
