using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>The decided C# names and types of the columns of one framework's table.</summary>
internal sealed class TableLayout
{
    private const string Runtime = "global::KaigoDsl.Runtime.";

    private readonly string[] _members;

    private TableLayout(FrameworkPlan plan, string[] members)
    {
        Plan = plan;
        _members = members;
    }

    public FrameworkPlan Plan { get; }

    public string TableType => Plan.EntityIdentifier + "Table";

    public string RowType => Plan.EntityIdentifier + "Row";

    public static TableLayout Create(FrameworkPlan plan)
    {
        // One scope for the table and its row view: a column has the same name in both.
        var scope = new NameScope(
            plan.EntityIdentifier + "Table",
            plan.EntityIdentifier + "Row",
            "Count",
            "Entities",
            "FromTable",
            "Index",
            "Load",
            "Schema");
        var members = new string[plan.Columns.Count];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = scope.Claim(plan.Columns[i].Identifier);
        }

        return new TableLayout(plan, members);
    }

    /// <summary>The property of a column.</summary>
    public string Member(int column) => CSharpText.Identifier(_members[column]);

    /// <summary>The name of the property of a column, unescaped, to build other names from.</summary>
    public string Name(int column) => _members[column];

    /// <summary>The type of a column's property on the table.</summary>
    public static string ColumnClass(ColumnType type) => Runtime + type switch
    {
        ColumnType.Answer => "AnswerColumn",
        ColumnType.Truth => "TruthColumn",
        ColumnType.Text or ColumnType.Enumeration => "TextColumn",
        _ => "QuantityColumn",
    };

    /// <summary>The type of a column's property on a row.</summary>
    public static string CellType(ColumnType type) => type switch
    {
        ColumnType.Answer => Runtime + "Answer",
        ColumnType.Truth => Runtime + "Truth",
        ColumnType.Text or ColumnType.Enumeration => "string?",
        _ => Runtime + "Rational",
    };
}
