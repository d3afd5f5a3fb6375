using System.Globalization;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// The locals of one method that works out an expression of rules or allocations. Names are asked for while the loop body is printed; the
/// declarations, in order of first use, are printed before it.
/// </summary>
/// <param name="layout">The rules.</param>
/// <param name="values">How the values of the rules are reached: empty inside them, <c>rules.</c> elsewhere.</param>
/// <param name="reserved">Names the method uses itself.</param>
internal sealed class RuleLocals(RulesLayout layout, string values, params string[] reserved)
{
    private readonly NameScope _scope = new(["i", "count", "rules", .. reserved]);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _declarations = [];

    /// <summary>Declarations in order of first use.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>The cells of a column.</summary>
    public string Column(int column)
    {
        var type = layout.Plan.Columns[column].Type;
        return Get("c" + Index(column), layout.Table.Name(column), $"{TableLayout.ColumnClass(type)} {{0}} = {values}Table.{layout.Table.Member(column)};");
    }

    /// <summary>The points of a node.</summary>
    public string Score(int slot) =>
        Get("n" + Index(slot), Path(slot), $"global::System.ReadOnlySpan<int> {{0}} = {values}Scores.Nodes[{Index(slot)}].Values;");

    /// <summary>Whether an item is met.</summary>
    public string Item(int item) => Get(
        "i" + Index(item),
        Path(layout.Unit.Ground.Items[item].Node) + "Met",
        $"global::System.ReadOnlySpan<global::KaigoDsl.Runtime.Truth> {{0}} = {values}Scores.Board.Truths({Index(layout.Unit.Ground.Items[item].Node)});");

    /// <summary>The values of a formula.</summary>
    public string Formula(int formula) => Get(
        "f" + Index(formula),
        layout.Formula(formula),
        $"{ExpressionCode.TypeOf(layout.Plan.Formulas[formula].Expression.Type)}[] {{0}} = {Value(layout.Formula(formula))};");

    /// <summary>A decision, row by row.</summary>
    public string Decision(int decision) =>
        Get("d" + Index(decision), layout.Decision(decision), $"{layout.DecisionColumn(decision)} {{0}} = {Value(layout.Decision(decision))};");

    /// <summary>A named ranking.</summary>
    public string Standing(int standing) =>
        Get("s" + Index(standing), layout.Standing(standing), $"global::KaigoDsl.Runtime.StandingColumn {{0}} = {Value(layout.Standing(standing))};");

    /// <summary>An aggregate over members, a value for each row.</summary>
    public string Aggregate(AggregateExpression aggregate)
    {
        var name = layout.Aggregate(layout.Aggregates.IndexOf(aggregate));
        return Get(name, name, $"global::KaigoDsl.Runtime.Rational[] {{0}} = {Value(name)};");
    }

    /// <summary>The value of a constant.</summary>
    public string Constant(int constant) => $"{values}Constants." + CSharpText.Identifier(layout.Constants.ConstantMembers[constant]);

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    // The local has the name of the property it is taken from.
    private string Value(string stem) => (values.Length == 0 ? "this." : values) + CSharpText.Identifier(stem);

    private string Get(string key, string wanted, string declaration)
    {
        if (!_names.TryGetValue(key, out var name))
        {
            name = CSharpText.Identifier(_scope.Claim(wanted));
            _names.Add(key, name);
            _declarations.Add(declaration.Replace("{0}", name));
        }

        return name;
    }

    private string Path(int node)
    {
        var nodes = layout.Unit.Ground.Nodes;
        var names = new List<string>();
        for (var i = node; i > 0; i = nodes[i].Parent)
        {
            names.Insert(0, nodes[i].Identifier);
        }

        return names.Count == 0 ? TreeLayout.TotalMember : string.Join("_", names);
    }
}
