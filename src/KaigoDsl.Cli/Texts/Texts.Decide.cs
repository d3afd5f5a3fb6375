using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string DecideDescription => Say("判定（交付要件など）の結果と理由を、全団体または一団体について表示します", "Take decisions (eligibility and the like) with their reasons, for all entities or one");

    public string DecisionArgument => Say("判定の名前（例: 支援要件）。省略するとその対象の判定すべて", "Name of the decision, e.g. 支援要件; all of the entity when omitted");

    public string DecideEntityOption => Say("この団体について、どの区分で決まったかを説明する（団体コードまたは団体名）", "Explain the decision for this entity (code or name)");

    public string NoDecision => Say("仕様に判定がありません。", "The specs have no decision.");

    public string ColumnOutcome => Say("判定", "Outcome");

    public string ColumnReason => Say("理由", "Reason");

    public string ColumnEntities => Say("団体数", "Entities");

    public string ColumnDecision => Say("判定名", "Decision");

    public string ColumnClause => Say("区分", "Clause");

    public string EntitiesInCsv => Say(
        "団体ごとの結果は --format csv、一つの団体の理由は --entity で見られます。", "See each entity with --format csv, and the reasons for one with --entity.");

    public string CannotDecide => Say("判定に必要な値がない", "values it needs are missing");

    public string UnknownDecision(string name, string? nearest, string all) => Suggest(
        Say($"{name} という判定はありません。あるのは {all} です。", $"There is no decision {name}. There are: {all}."), nearest);

    public string SeveralDecisions(string decisions, string entities) => Say(
        $"判定の対象が {entities} と複数あります。判定の名前（{decisions}）か --level を指定してください。",
        $"There are decisions about {entities}. Name one ({decisions}) or give --level.");

    public string DataNeeded(string entity) => Say(
        $"{entity} の表を --data で指定してください。架空のデータは評価体系のある対象にだけあります。",
        $"Give the table of {entity} with --data; fictional data exists for entities with a framework only.");

    public string DataErrorsUndecided(int count) => Say(
        $"データに{Count(count)}件の誤りがあるので、判定していません。", $"The data has {Plural(count, "problem", "problems")}; nothing was decided.");

    public string DecisionCounts(int met, int notMet, int unknown, int total) => Say(
        $"該当 {Count(met)} / {Count(total)}団体、非該当 {Count(notMet)}、不明 {Count(unknown)}",
        $"{Count(met)} of {Count(total)} met, {Count(notMet)} not met, {Count(unknown)} unknown");

    public string NamedValue(string name, string value, string expression) => Say($"値 {name} = {value}（{expression}）", $"value {name} = {value} ({expression})");

    public string Outcome(Truth met) => met switch
    {
        Truth.True => Say("該当", "met"),
        Truth.False => Say("非該当", "not met"),
        _ => Say("不明", "unknown"),
    };

    public string ClauseOutcomeOf(ClauseOutcome outcome) => outcome switch
    {
        ClauseOutcome.Decided => Say("これで決まる", "decides"),
        ClauseOutcome.Failed => Say("成り立たない", "does not hold"),
        ClauseOutcome.Unknown => Say("値がなく、成り立つか分からない", "cannot be told, values are missing"),
        ClauseOutcome.Undone => Say("成り立つが、前の区分が分からないので決められない", "holds, but an earlier clause cannot be told"),
        _ => Say("見ない", "not reached"),
    };
}
