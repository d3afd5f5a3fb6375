using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Gives the columns of a table and the constants spoken of with it their places. Without a framework it is the table of an entity's rules.</summary>
internal class ColumnLayout
{
    private readonly Dictionary<ColumnSymbol, int> _columns = [];
    private readonly Dictionary<ConstantSymbol, int> _constants = [];
    private readonly List<ConstantSymbol> _constantList = [];
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);

    /// <summary>The columns so far; complete once the layout is made.</summary>
    protected ImmutableArray<ColumnPlan>.Builder Builder { get; } = ImmutableArray.CreateBuilder<ColumnPlan>();

    public ImmutableArray<ColumnPlan> Columns => Builder.ToImmutable();

    public IReadOnlyList<ConstantSymbol> Constants => _constantList;

    /// <summary>The table of the rules of an entity without a framework: what they ask for must be there.</summary>
    public static ColumnLayout OfRules(RulesSymbol rules)
    {
        var layout = new ColumnLayout();
        layout.AddEntity(rules.Entity);
        foreach (var input in rules.Inputs)
        {
            layout.Add(input, ColumnKind.Input, -1);
        }

        return layout;
    }

    public int ColumnOf(ColumnSymbol column) => _columns[column];

    public int ConstantOf(ConstantSymbol constant)
    {
        if (!_constants.TryGetValue(constant, out var index))
        {
            index = _constantList.Count;
            _constants.Add(constant, index);
            _constantList.Add(constant);
        }

        return index;
    }

    protected void AddEntity(EntitySymbol entity)
    {
        AddText(ColumnKind.Key, entity.KeyLabel);
        if (entity.NameLabel is { } name)
        {
            AddText(ColumnKind.Name, name);
        }

        foreach (var attribute in entity.Attributes)
        {
            Add(attribute, ColumnKind.Attribute, -1);
        }
    }

    protected void Add(ColumnSymbol column, ColumnKind kind, int node, bool isForRules = false)
    {
        _columns.Add(column, Builder.Count);
        Builder.Add(new ColumnPlan(
            Builder.Count,
            kind,
            TypeOf(column),
            column.Label,
            Unique(Identifiers.FromLabel(column.Label, "列")),
            [],
            Required: !isForRules,
            column.Unit,
            column.UnitFactor,
            column.Members.ToImmutableArray(),
            column.Type.Kind == ValueKind.Reference ? column.Type.Name : string.Empty,
            0,
            node,
            column.Title,
            column.Assumptions.ToImmutableArray())
        {
            IsForRules = isForRules,
            Location = Lowerer.Locate(column.Location),
        });
    }

    // Labels of different sorts of columns may meet in one identifier (推進_Ⅰ could be an attribute); a number keeps them apart.
    protected string Unique(string identifier)
    {
        var candidate = identifier;
        for (var i = 2; !_identifiers.Add(candidate); i++)
        {
            candidate = identifier + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    private void AddText(ColumnKind kind, string label) => Builder.Add(new ColumnPlan(
        Builder.Count, kind, ColumnType.Text, label, Unique(Identifiers.FromLabel(label, "列")), [], Required: true, string.Empty,
        ExactNumber.One, [], string.Empty, 0, -1, null, []));

    private static ColumnType TypeOf(ColumnSymbol column) => column.Type.Kind switch
    {
        ValueKind.Truth => ColumnType.Truth,
        ValueKind.FiscalYear => ColumnType.Year,
        ValueKind.Date => ColumnType.Date,
        ValueKind.Enumeration => ColumnType.Enumeration,
        ValueKind.Quantity => ColumnType.Quantity,
        _ => ColumnType.Text,
    };
}
