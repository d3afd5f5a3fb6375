namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string ReadingSpecs => Say("仕様を読んでいます…", "Reading specs…");

    public string ReadingData => Say("データを読んでいます…", "Reading data…");

    public string MakingNation => Say("架空の全国を作っています…", "Making a fictional nation…");

    public string Scoring => Say("採点しています…", "Scoring…");

    public string PathMissing(string path) => Say($"{path}: ファイルもフォルダーもありません。", $"{path}: no such file or folder.");

    public string NotASpec(string path) => Say(
        $"{path}: .kaigo のファイルではありません。", $"{path}: not a .kaigo file.");

    public string NoSpecs(string path) => Say(
        $"{path}: .kaigo のファイルが一つもありません。", $"{path}: there is no .kaigo file in this folder.");

    public string SpecUnreadable(string path, string reason) => Say($"{path}: 読み取れません（{reason}）。", $"{path}: cannot be read ({reason}).");

    public string SpecNotUtf8(string path) => Say(
        $"{path}: UTF-8 ではありません。UTF-8 で保存し直してください。", $"{path}: not UTF-8. Save it as UTF-8.");

    public string SpecErrors(int errors) => Say(
        $"仕様に{Count(errors)}件の誤りがあるので、続けられません。", $"The specs have {Plural(errors, "error", "errors")}; cannot go on.");

    public string NoFramework => Say("仕様に評価体系がありません。", "The specs declare no framework (評価体系).");

    public string NoSuchFramework(string wanted, string available) => Say(
        $"{wanted}の評価体系は仕様にありません。あるのは {available} です。", $"The specs have no framework for {wanted}; there is {available}.");

    public string SeveralFrameworks(string available) => Say(
        $"仕様に評価体系が複数あります（{available}）。--year と --level で選んでください。",
        $"The specs have several frameworks ({available}). Choose with --year and --level.");

    public string SetWithoutValue(string text) => Say(
        $"--set {text}: 定数=値 の形で書いてください（例: --set 上位の割合=30%）。", $"--set {text}: write CONSTANT=VALUE, e.g. --set 上位の割合=30%.");

    public string UnknownConstant(string name, string? nearest, string known) => Suggest(
        known.Length == 0
            ? Say($"--set: この仕様に置き換えられる定数はありません（{name}）。", $"--set: this spec has no constant to replace ({name}).")
            : Say($"--set: {name} という定数はありません。あるのは {known} です。", $"--set: there is no constant {name}; there is {known}."),
        nearest);

    public string BadConstant(string name, string problem) => Say($"--set {name}: {problem}", $"--set {name}: {problem}");

    public string NotAQuantity(string text, string unit) => text.Length == 0
        ? Say($"値がありません。{Quantity(unit)}を書いてください。", $"there is no value; write {Quantity(unit)}.")
        : Say($"「{text}」は読めません。{Quantity(unit)}を書いてください。", $"`{text}` cannot be read; write {Quantity(unit)}.");

    public string DataErrors(int count) => Say(
        $"データに{Count(count)}件の誤りがあるので、採点していません。何も書き出していません。",
        $"The data has {Plural(count, "problem", "problems")}; nothing was scored and nothing was written.");

    public string UnknownDataEntity(string name, string known) => Say(
        $"--data: {name} という対象の表は要りません。使えるのは {known} です。", $"--data: no table of {name} is needed; there is {known}.");

    public string DataTwice(string entity) => Say($"--data: {entity} の表が2つあります。", $"--data: there are two tables of {entity}.");

    public string MissingTables(string framework, string missing) => Say(
        $"{framework} の採点には {missing} の表も要ります。--data 対象=FILE で指定してください。",
        $"Scoring {framework} needs a table for {missing} as well: --data ENTITY=FILE.");

    public string NoFictionalData(string framework, string[] entities) => Say(
        $"{framework} の集計は何段にもわたるので、架空のデータは作れません。{string.Join(' ', entities.Select(static entity => $"--data {entity}=FILE"))} で指定してください。",
        $"{framework} aggregates more than one level, so there is no fictional data for it. Give {string.Join(' ', entities.Select(static entity => $"--data {entity}=FILE"))}.");

    public string BuiltInNation(int count) => Say($"組み込みの架空の{Count(count)}団体", $"built-in fictional nation of {Count(count)}");

    public string SyntheticNation(int count) => Say($"この仕様に合わせて作った架空の{Count(count)}団体", $"fictional nation of {Count(count)} made for this spec");

    public string UnknownEntity(string wanted, string? nearest) => Suggest(
        Say($"{wanted} という団体はデータにありません。", $"There is no entity {wanted} in the data."), nearest);

    public string SeveralEntities(string wanted, string codes) => Say(
        $"{wanted} という団体は複数あります。団体コードで指定してください: {codes}", $"Several entities are called {wanted}; give the code: {codes}");

    public string UnknownNode(string path, string? nearest) => Suggest(
        Say($"{path} という節は仕様にありません。", $"There is no node {path} in the spec."), nearest);

    public string NodesBelow(string node, string labels) => node.Length == 0
        ? Say($"最上位の節は {labels} です。", $"The topmost nodes are {labels}.")
        : labels.Length == 0 ? Say($"{node} の下に節はありません。", $"There is nothing below {node}.")
        : Say($"{node} の下の節は {labels} です。", $"Below {node} there is {labels}.");

    private string Quantity(string unit) => unit.Length == 0 ? Say("数値", "a number") : Say($"数値（単位 {unit}）", $"a number in {unit}");
}
