using System.Globalization;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// The locals of one method that works out an expression of rules or allocations. Names are asked for while the expression is printed; the
/// declarations, in order of first use, are printed before it.
/// </summary>
/// <param name="layout">The rules.</param>
/// <param name="values">How the values of the rules are reached: empty inside them, <c>rules.</c> elsewhere.</param>
/// <param name="wholeColumns">Whether locals stand for whole columns; otherwise they are read row by row.</param>
/// <param name="reserved">Names the method uses itself.</param>
internal sealed class RuleLocals(RulesLayout layout, string values, bool wholeColumns, params string[] reserved)
{
    private readonly NameScope _scope = new(["i", "count", "rules", .. reserved]);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _declarations = [];

    /// <summary>Declarations in order of first use.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>The memory whole columns stand in.</summary>
    public string Room => values + "Room";

    /// <summary>The cells of a column.</summary>
    public string Column(int column)
    {
        var cells = $"{values}Table.{layout.Table.Member(column)}";
        return Get(
            "c" + Index(column),
            layout.Table.Name(column),
            wholeColumns ? $"var {{0}} = {Room}.Of({cells});" : $"{TableLayout.ColumnClass(layout.Plan.Columns[column].Type)} {{0}} = {cells};");
    }

    /// <summary>The points of a node.</summary>
    public string Score(int slot)
    {
        var points = $"{values}Scores.Nodes[{Index(slot)}].Values";
        return Get("n" + Index(slot), Path(slot), wholeColumns ? $"var {{0}} = {Room}.Points({points});" : $"global::System.ReadOnlySpan<int> {{0}} = {points};");
    }

    /// <summary>Whether an item is met.</summary>
    public string Item(int item)
    {
        var truths = $"{values}Scores.Board.Truths({Index(layout.Unit.Ground.Items[item].Node)})";
        return Get(
            "i" + Index(item),
            Path(layout.Unit.Ground.Items[item].Node) + "Met",
            wholeColumns ? $"var {{0}} = {Room}.Of({truths});" : $"global::System.ReadOnlySpan<global::KaigoDsl.Runtime.Truth> {{0}} = {truths};");
    }

    /// <summary>The values of a formula.</summary>
    public string Formula(int formula) => Get(
        "f" + Index(formula),
        layout.Formula(formula),
        $"{ExpressionCode.RowsOf(layout.Plan.Formulas[formula].Expression.Type)} {{0}} = {Value(layout.Formula(formula))};");

    /// <summary>A decision, row by row, or whether it came out 該当.</summary>
    public string Decision(int decision) => Get(
        "d" + Index(decision),
        layout.Decision(decision),
        wholeColumns
            ? $"var {{0}} = {Value(layout.Decision(decision))}.MetRows({Room});"
            : $"{layout.DecisionColumn(decision)} {{0}} = {Value(layout.Decision(decision))};");

    /// <summary>A named ranking.</summary>
    public string Standing(int standing) =>
        Get("s" + Index(standing), layout.Standing(standing), $"global::KaigoDsl.Runtime.StandingRows {{0}} = {Value(layout.Standing(standing))};");

    /// <summary>An aggregate over members, a value for each row.</summary>
    public string Aggregate(AggregateExpression aggregate)
    {
        var name = layout.Aggregate(layout.Aggregates.IndexOf(aggregate));
        return Get(name, name, wholeColumns ? $"var {{0}} = {Room}.Of({Value(name)});" : $"global::KaigoDsl.Runtime.Rational[] {{0}} = {Value(name)};");
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
