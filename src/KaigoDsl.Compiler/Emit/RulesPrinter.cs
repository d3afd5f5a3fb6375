using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>
/// Prints the code of rules: a static class with a method for every formula (算式), decision (判定) and step table (段階), and behind it the
/// values of all of them over one table, each computed when it is first asked for.
/// </summary>
internal sealed partial class RulesPrinter
{
    private const string Runtime = "global::KaigoDsl.Runtime.";

    private readonly RulesLayout _layout;
    private readonly RulesPlan _plan;
    private readonly bool _lineDirectives;
    private readonly LiteralPool _literals = new();
    private readonly IndentedWriter _writer;

    private RulesPrinter(RulesLayout layout, CSharpEmitterOptions options)
    {
        _layout = layout;
        _plan = layout.Plan;
        _lineDirectives = options.LineDirectives;
        _writer = FilePrinter.Begin(_plan.Entity + " 算式・判定・段階", layout.Namespace);
    }

    public static string Print(RulesLayout layout, CSharpEmitterOptions options)
    {
        var printer = new RulesPrinter(layout, options);
        if (!layout.Unit.HasFramework && layout.HasConstants)
        {
            printer.Constants();
        }

        printer.Rules();
        printer._writer.Line();
        printer.Values();
        return printer._writer.Finish();
    }

    private void Constants()
    {
        DocumentationPrinter.Summary(_writer, _plan.Entity + " の定数。既定値は仕様のとおり。");
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"public sealed record {_layout.ConstantsType}");
        _writer.Line("/// <summary>仕様のとおりの値。</summary>");
        _writer.Line($"public static {_layout.ConstantsType} Default {{ get; }} = new {_layout.ConstantsType}();");
        for (var i = 0; i < _plan.Constants.Count; i++)
        {
            _writer.Line();
            DocumentationPrinter.Constant(_writer, _plan.Constants[i]);
            _writer.Line($"public {Runtime}Rational {CSharpText.Identifier(_layout.Constants.ConstantMembers[i])} {{ get; init; }} = {LiteralPool.Create(_plan.Constants[i].Value)};");
        }

        _writer.Close();
        _writer.Line();
    }

    private void Rules()
    {
        RuleDocumentation.Print(_writer, _plan.Entity + " の算式・判定・段階", ["表のすべての行について、仕様のとおりに求める。値は基本単位（円、人、点、割合）の正確な分数。"]);
        _writer.Line(FilePrinter.GeneratedCode);
        _writer.Open($"public static class {_layout.RulesType}");
        var members = new List<Action>();
        members.AddRange(_plan.Decisions.Select<DecisionPlan, Action>(decision => () => Outcomes(decision)));
        members.AddRange(_plan.Formulas.Where(formula => formula.Owner is null).Select<FormulaPlan, Action>(formula => () => Formula(formula)));
        members.AddRange(_plan.Decisions.Select<DecisionPlan, Action>(decision => () => Decide(decision)));
        members.AddRange(_plan.StepTables.Select<StepTablePlan, Action>(table => () => StepTable(table)));
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
            {
                _writer.Line();
            }

            members[i]();
        }

        _writer.Close();
    }

    private void Outcomes(DecisionPlan decision)
    {
        DocumentationPrinter.Summary(_writer, RuleDocumentation.Named("判定 " + decision.Label, decision.Title) + " の結果。");
        _writer.Open($"public enum {_layout.Outcomes(decision.Index)}");
        var names = _layout.Clauses(decision.Index);
        DocumentationPrinter.Summary(_writer, "不明：判定に必要な値がない。");
        _writer.Line(CSharpText.Identifier(names[0]) + ",");
        for (var i = 0; i < decision.Clauses.Count; i++)
        {
            _writer.Line();
            RuleDocumentation.Clause(_writer, decision.Clauses[i]);
            _writer.Line(CSharpText.Identifier(names[i + 1]) + ",");
        }

        _writer.Close();
    }

    private void Formula(FormulaPlan formula)
    {
        var values = "rules." + CSharpText.Identifier(_layout.Formula(formula.Index));
        var (column, result) = formula.Expression.Type switch
        {
            ExpressionType.Truth => ("TruthColumn", $"{Runtime}TruthColumn.FromValues({values}.Values)"),
            ExpressionType.Text => ("TextColumn", $"{Runtime}TextColumn.FromValues({values})"),
            _ => ("QuantityColumn", values + ".ToColumn()"),
        };
        Entries(
            () => RuleDocumentation.Formula(_writer, formula),
            Runtime + column,
            _layout.PublicFormula(formula.Index),
            "算式 " + formula.Label,
            [formula.Expression],
            formula.Columns,
            result);
    }

    private void Decide(DecisionPlan decision) => Entries(
        () => RuleDocumentation.Decision(_writer, decision),
        $"{Runtime}DecisionColumn<{_layout.Outcomes(decision.Index)}>",
        _layout.Decide(decision.Index),
        "判定 " + decision.Label,
        decision.Expressions(),
        decision.Columns,
        "rules." + CSharpText.Identifier(_layout.Decision(decision.Index)));

    /// <summary>A public method over a table, and the same with the constants as the spec has them.</summary>
    private void Entries(
        Action documentation, string type, string name, string reader, IEnumerable<ExpressionPlan> expressions, EquatableArray<int> columns, string result)
    {
        var needs = RuleNeeds.Of(_layout, expressions);
        if (_layout.HasConstants)
        {
            _writer.Line($"/// <inheritdoc cref=\"{name}({needs.ParameterTypes}, {_layout.ConstantsType})\"/>");
            _writer.Line($"public static {type} {name}({needs.Parameters}) => {name}({needs.Arguments}, {_layout.ConstantsType}.Default);");
            _writer.Line();
        }

        documentation();
        Exceptions(columns);
        _writer.Open($"public static {type} {name}({needs.Parameters}{(_layout.HasConstants ? $", {_layout.ConstantsType} constants" : string.Empty)})");
        _writer.Line($"var rules = new {_layout.ValuesType}({needs.ValuesArguments("constants")});");
        if (columns.Count > 0)
        {
            _writer.Line($"{Runtime}MissingColumnsException.ThrowIfAny(table.Entities, {CSharpText.Literal(reader)}, {string.Join(", ", columns.Select(CSharpText.Number))}); // {ColumnNames(columns)}");
        }

        _writer.Line($"return {result};");
        _writer.Close();
    }

    private string ColumnNames(EquatableArray<int> columns) => CSharpText.Xml(string.Join("、", columns.Select(column => _plan.Columns[column].Name)));

    private void Exceptions(EquatableArray<int> columns)
    {
        if (columns.Count > 0)
        {
            _writer.Line($"/// <exception cref=\"{Runtime}MissingColumnsException\">表に列がない：{ColumnNames(columns)}。</exception>");
        }
    }

    private void StepTable(StepTablePlan table)
    {
        RuleDocumentation.StepTable(_writer, table);
        _writer.Open($"public static {Runtime}Rational {_layout.Step(table.Index)}({Runtime}Rational argument)");
        _writer.Open("if (argument.IsMissing)");
        _writer.Line($"return {Runtime}Rational.Missing;");
        _writer.Close();
        _writer.Line();
        foreach (var row in table.Rows)
        {
            var title = row.Title is null ? string.Empty : " // 「" + CSharpText.Xml(row.Title) + "」";
            if (row.Below is not { } below)
            {
                _writer.Line($"return {StaticNumber(row.Value)};{title}");
                continue;
            }

            _writer.Open($"if (argument.CompareTo({StaticNumber(below)}) {(row.BelowIncluded ? "<=" : "<")} 0)");
            _writer.Line($"return {StaticNumber(row.Value)};{title}");
            _writer.Close();
            _writer.Line();
        }

        _writer.Close();
    }

    // The number fields belong to the values; whole numbers need none.
    private string StaticNumber(ExactNumber value) =>
        value.IsInteger && CSharpText.Long(value.Numerator) is not null ? LiteralPool.Create(value) : _layout.ValuesType + "." + _literals.Use(value);
}
