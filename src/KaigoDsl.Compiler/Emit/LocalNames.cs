using System.Globalization;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// The locals of one method that works out an expression. Names are asked for while the loop body is printed; the declarations, in order of first
/// use, are printed before it.
/// </summary>
/// <param name="plan">The framework whose rows the method walks.</param>
/// <param name="table">Its table.</param>
/// <param name="node">The node the method is about.</param>
/// <param name="constants">The framework whose constants are meant.</param>
internal sealed class LocalNames(FrameworkPlan plan, TableLayout table, int node, ScoringLayout constants)
{
    private readonly NameScope _scope = new("i", "count", "table", "board", "constants", "measure", "conditions", "groups", "values");
    private readonly Dictionary<int, string> _slots = [];
    private readonly Dictionary<int, string> _columns = [];
    private readonly Dictionary<int, string> _truths = [];
    private readonly Dictionary<int, string> _aggregates = [];
    private readonly List<string> _declarations = [];

    /// <summary>Declarations in order of first use.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>Aggregates asked for, in order of first use: parameters of the method.</summary>
    public List<int> Aggregates { get; } = [];

    /// <summary>The points of a slot, a span over the rows.</summary>
    public string Slot(int slot) => Get(_slots, slot, () => slot < plan.Nodes.Count ? Relative(slot) : "slot" + slot.ToString(CultureInfo.InvariantCulture), name =>
        $"global::System.ReadOnlySpan<int> {name} = board.Points({CSharpText.Number(slot)});");

    /// <summary>The cells of a column.</summary>
    public string Column(int column)
    {
        var type = plan.Columns[column].Type;
        var answer = type == ColumnType.Answer;
        var kind = answer ? "global::System.ReadOnlySpan<global::KaigoDsl.Runtime.Answer>" : TableLayout.ColumnClass(type);
        return Get(_columns, column, () => ColumnName(column), name => $"{kind} {name} = table.{table.Member(column)}{(answer ? ".Values" : string.Empty)};");
    }

    /// <summary>Whether an item is met, a span over the rows.</summary>
    public string Truth(int item) => Get(_truths, item, () => Relative(plan.Items[item].Node) + "Met", name =>
        $"global::System.ReadOnlySpan<global::KaigoDsl.Runtime.Truth> {name} = board.Truths({CSharpText.Number(plan.Items[item].Node)});");

    /// <summary>An aggregate over members, a value for each row.</summary>
    public string Aggregate(int aggregate)
    {
        if (!_aggregates.TryGetValue(aggregate, out var name))
        {
            name = _scope.Claim("aggregate" + (aggregate + 1).ToString(CultureInfo.InvariantCulture));
            _aggregates.Add(aggregate, name);
            Aggregates.Add(aggregate);
        }

        return name;
    }

    /// <summary>The value of a constant.</summary>
    public string Constant(int constant) => "constants." + CSharpText.Identifier(constants.ConstantMembers[constant]);

    private string Get(Dictionary<int, string> names, int key, Func<string> wanted, Func<string, string> declaration)
    {
        if (!names.TryGetValue(key, out var name))
        {
            name = CSharpText.Identifier(_scope.Claim(wanted()));
            names.Add(key, name);
            _declarations.Add(declaration(name));
        }

        return name;
    }

    private string ColumnName(int column)
    {
        var source = plan.Columns[column];
        return source.Kind switch
        {
            ColumnKind.Answer when source.Node >= 0 => Relative(source.Node) + "Answer",
            ColumnKind.Points when source.Node >= 0 => Relative(source.Node) + "Reported",
            _ => table.Name(column),
        };
    }

    // Short inside the method's own indicator, the whole path elsewhere.
    private string Relative(int target)
    {
        var names = new List<string>();
        for (var i = target; i >= 0; i = plan.Nodes[i].Parent)
        {
            if (i == node && names.Count > 0)
            {
                break;
            }

            if (i > 0)
            {
                names.Insert(0, plan.Nodes[i].Identifier);
            }

            if (i == node)
            {
                break;
            }
        }

        return names.Count == 0 ? TreeLayout.TotalMember : string.Join("_", names);
    }
}
