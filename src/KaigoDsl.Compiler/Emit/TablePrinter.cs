using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints the typed table of an entity and its row view.</summary>
internal static class TablePrinter
{
    private const string Runtime = "global::KaigoDsl.Runtime.";

    public static string Print(TableLayout layout, string @namespace)
    {
        var plan = layout.Plan;
        var writer = FilePrinter.Begin(plan.Name, @namespace);
        Table(writer, layout);
        writer.Line();
        Row(writer, layout);
        return writer.Finish();
    }

    private static void Table(IndentedWriter writer, TableLayout layout)
    {
        var plan = layout.Plan;
        DocumentationPrinter.Summary(writer, plan.Entity + "の表。1行が1団体、1列が属性・入力・回答・得点のひとつ。");
        writer.Line(FilePrinter.GeneratedCode);
        writer.Open($"public sealed class {layout.TableType}");
        writer.Open($"private {layout.TableType}({Runtime}EntityTable entities)");
        writer.Line("Entities = entities;");
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            writer.Line($"{layout.Member(i)} = ({TableLayout.ColumnClass(plan.Columns[i].Type)})entities.Columns[{CSharpText.Number(i)}];");
        }

        writer.Close();
        writer.Line();
        writer.Line("/// <summary>列の宣言。</summary>");
        writer.Line($"public static {Runtime}TableSchema Schema {{ get; }} = CreateSchema();");
        writer.Line();
        writer.Line("/// <summary>型のない元の表。</summary>");
        writer.Line($"public {Runtime}EntityTable Entities {{ get; }}");
        writer.Line();
        writer.Line("/// <summary>行の数。</summary>");
        writer.Line("public int Count => Entities.Count;");
        writer.Line();
        writer.Line("/// <summary>行の眺め。コピーも割り当てもしない。</summary>");
        writer.Line($"public {layout.RowType} this[int row] => new {layout.RowType}(this, row);");
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            writer.Line();
            DocumentationPrinter.Column(writer, plan.Columns[i]);
            writer.Line($"public {TableLayout.ColumnClass(plan.Columns[i].Type)} {layout.Member(i)} {{ get; }}");
        }

        writer.Line();
        writer.Line("/// <summary>CSV、TSVなどのファイルを読む。列の対応に問題があるか、読めないセルがあれば、何も返さない。</summary>");
        writer.Line("/// <exception cref=\"global::KaigoDsl.Data.TableLoadException\">読めなかった。列の対応の報告とすべてのセルの誤りを持つ。</exception>");
        writer.Open($"public static {layout.TableType} Load(string path)");
        writer.Line("var result = global::KaigoDsl.Data.TableReader.Read(path, Schema);");
        writer.Line($"return result.Table is {{ }} table ? new {layout.TableType}(table) : throw new global::KaigoDsl.Data.TableLoadException(result);");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>すでに読んだ表に型をつける。</summary>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">列の並びが <see cref=\"Schema\"/> と違う。</exception>");
        writer.Open($"public static {layout.TableType} FromTable({Runtime}EntityTable table)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(table);");
        writer.Line($"{Runtime}TableSchemaExtensions.ThrowIfDifferent(Schema, table.Schema);");
        writer.Line($"return new {layout.TableType}(table);");
        writer.Close();
        writer.Line();
        SchemaMethod(writer, plan);
        writer.Close();
    }

    private static void SchemaMethod(IndentedWriter writer, FrameworkPlan plan)
    {
        writer.Open($"private static {Runtime}TableSchema CreateSchema()");
        writer.Line($"var columns = global::System.Collections.Immutable.ImmutableArray.CreateBuilder<{Runtime}ColumnSchema>({CSharpText.Number(plan.Columns.Count)});");
        foreach (var column in plan.Columns)
        {
            writer.Line($"columns.Add({ColumnSchema(plan, column)});");
        }

        writer.Line($"return new {Runtime}TableSchema({CSharpText.Literal(plan.Entity)}, columns.MoveToImmutable());");
        writer.Close();
    }

    // Only what differs from the defaults of ColumnSchema is printed.
    private static string ColumnSchema(FrameworkPlan plan, ColumnPlan column)
    {
        var settings = new List<string>();
        if (column.Aliases.Count > 0)
        {
            settings.Add("Aliases = " + Strings(column.Aliases));
        }

        if (column.Required)
        {
            settings.Add("Required = true");
        }

        // One table type serves the framework itself and those that aggregate it, so what they read is always asked for.
        if (column.Substitutes.Count > 0 && !column.IsAggregated)
        {
            settings.Add("Substitutes = " + Strings(column.Substitutes.Select(s => plan.Columns[s].Name)));
        }

        if (column.Unit.Length > 0)
        {
            settings.Add("Unit = " + CSharpText.Literal(column.Unit));
        }

        if (column.UnitFactor != ExactNumber.One)
        {
            settings.Add("UnitFactor = " + LiteralPool.Create(column.UnitFactor));
        }

        if (column.Members.Count > 0)
        {
            settings.Add("Members = " + Strings(column.Members));
        }

        if (column.Entity.Length > 0)
        {
            settings.Add("Entity = " + CSharpText.Literal(column.Entity));
        }

        // A points cell may not exceed its node's full mark.
        var points = column.Kind == ColumnKind.Points && column.Node >= 0 ? plan.Nodes[column.Node].FullMark ?? 0 : column.Points;
        if (points != 0)
        {
            settings.Add("Points = " + CSharpText.Number(points));
        }

        if (column.Title is not null)
        {
            settings.Add("Title = " + CSharpText.Literal(column.Title));
        }

        var initializer = settings.Count == 0 ? string.Empty : " { " + string.Join(", ", settings) + " }";
        return $"new {Runtime}ColumnSchema({CSharpText.Literal(column.Name)}, {Runtime}ColumnKind.{column.Kind}, {Runtime}ColumnType.{column.Type}){initializer}";
    }

    private static string Strings(IEnumerable<string> texts) =>
        "global::System.Collections.Immutable.ImmutableArray.Create<string>(" + string.Join(", ", texts.Select(CSharpText.Literal)) + ")";

    private static void Row(IndentedWriter writer, TableLayout layout)
    {
        var plan = layout.Plan;
        DocumentationPrinter.Summary(writer, plan.Entity + "の表の1行。");
        writer.Line(FilePrinter.GeneratedCode);
        writer.Open($"public readonly struct {layout.RowType}");
        writer.Line($"private readonly {layout.TableType} _table;");
        writer.Line();
        writer.Open($"internal {layout.RowType}({layout.TableType} table, int index)");
        writer.Line("_table = table;");
        writer.Line("Index = index;");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>0から数えた行の番号。</summary>");
        writer.Line("public int Index { get; }");
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{layout.TableType}.{layout.Member(i)}\"/>");
            writer.Line($"public {TableLayout.CellType(plan.Columns[i].Type)} {layout.Member(i)} => _table.{layout.Member(i)}[Index];");
        }

        writer.Close();
    }
}
