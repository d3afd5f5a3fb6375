using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>XML documentation of rules and allocations, in Japanese, from what a spec says about them.</summary>
internal static class RuleDocumentation
{
    /// <summary>A formula: title, unit, expression, source.</summary>
    public static void Formula(IndentedWriter writer, FormulaPlan formula) => Print(
        writer,
        Named("算式 " + formula.Label, formula.Title),
        [
            "式 " + formula.Text,
            formula.Unit.Length == 0 ? null : "値は基本単位（記載の単位は " + formula.Unit + "）",
            .. Notes(formula.Source, formula.Assumptions, formula.Documentation),
        ]);

    /// <summary>A decision: title, clauses, source.</summary>
    public static void Decision(IndentedWriter writer, DecisionPlan decision) => Print(
        writer,
        Named("判定 " + decision.Label, decision.Title),
        [
            "先に書かれた条項から順に当たり、初めに当てはまった条項が結果であり理由である",
            .. decision.Clauses.Select(clause => Reason(clause) + (clause.Text.Length == 0 ? "：どれにも当てはまらないとき" : "：" + clause.Text)),
            .. Notes(decision.Source, decision.Assumptions, decision.Documentation),
        ]);

    /// <summary>The outcome of one clause.</summary>
    public static void Clause(IndentedWriter writer, ClausePlan clause) => Print(
        writer,
        Reason(clause),
        [clause.Text.Length == 0 ? "どれにも当てはまらないとき" : "条件 " + clause.Text, .. Notes(null, clause.Assumptions, null)]);

    /// <summary>A step table: title, units, source.</summary>
    public static void StepTable(IndentedWriter writer, StepTablePlan table) => Print(
        writer,
        Named("段階 " + table.Label, table.Title),
        [
            table.ArgumentUnit.Length == 0 ? null : "引数の単位 " + table.ArgumentUnit + "（基本単位で渡す。日付は yyyymmdd）",
            table.ResultUnit.Length == 0 ? null : "値の単位 " + table.ResultUnit + "（基本単位で返る）",
            .. Notes(table.Source, table.Assumptions, null),
        ]);

    /// <summary>A table of shares: title, source.</summary>
    public static void ShareTable(IndentedWriter writer, ShareTablePlan table) =>
        Print(writer, Named("割合表 " + table.Label, table.Title), [.. Notes(table.Source, table.Assumptions, null)]);

    /// <summary>What is shown as the reason of a clause: <c>該当 (1) 事業費を拡充した場合</c>.</summary>
    public static string Reason(ClausePlan clause) =>
        (clause.Met ? "該当" : "非該当")
        + (clause.Label.Length == 0 ? string.Empty : " (" + clause.Label + ")")
        + (clause.Title is null ? string.Empty : " " + clause.Title);

    /// <summary>A name and its title.</summary>
    public static string Named(string name, string? title) => title is null ? name : name + " 「" + title + "」";

    /// <summary>出典, 仮定 and the documentation comment.</summary>
    public static IEnumerable<string?> Notes(string? source, EquatableArray<string> assumptions, string? documentation) =>
        new[] { source is null ? null : "出典 " + source }
            .Concat(assumptions.Select(assumption => "仮定 「" + assumption + "」"))
            .Concat((documentation ?? string.Empty).Split('\n').Select(line => line.Trim()));

    /// <summary>A summary and remarks, a paragraph each; empty ones are left out.</summary>
    public static void Print(IndentedWriter writer, string summary, IEnumerable<string?> remarks)
    {
        DocumentationPrinter.Summary(writer, summary);
        var lines = remarks.Where(line => !string.IsNullOrEmpty(line)).OfType<string>().ToList();
        switch (lines.Count)
        {
            case 0:
                break;
            case 1:
                writer.Line($"/// <remarks>{CSharpText.Xml(lines[0])}</remarks>");
                break;
            default:
                writer.Line("/// <remarks>");
                lines.ForEach(line => writer.Line($"/// <para>{CSharpText.Xml(line)}</para>"));
                writer.Line("/// </remarks>");
                break;
        }
    }
}
