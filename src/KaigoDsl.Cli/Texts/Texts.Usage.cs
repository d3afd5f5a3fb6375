namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string ToolDescription => Say(
        "介護保険の交付金の評価指標を書いた仕様（.kaigo）を調べ、採点し、説明します。",
        "Checks, scores and explains specs (.kaigo) of Japan's long-term-care grant indicators.");

    public string CheckDescription => Say("仕様（.kaigo）を調べ、問題をすべて表示します", "Check specs (.kaigo) and show every problem");

    public string ScoreDescription => Say("全団体を採点し、公表値と並べて表示します", "Score every entity, beside the published figures");

    public string ExplainDescription => Say("ある団体の得点の理由を、節ごとに表示します", "Show, node by node, why an entity has its points");

    public string VerifyDescription => Say("公表値と計算結果を突き合わせます", "Compare the published figures with the computed ones");

    public string TestDescription => Say("仕様に書かれた試験を実行します", "Run the tests written in specs");

    public string SampleDescription => Say("架空の全国データ（CSV）を作ります", "Write the data of a fictional nation (CSV)");

    public string PathArgument => Say("仕様のファイルまたはフォルダー。省略すると組み込みの令和7年度分", "Spec files or folders; the built-in R7 specs when omitted");

    public string NodeArgument => Say("説明する節（例: 推進.Ⅰ.体制.1）。省略すると全体を指標まで", "The node to explain, e.g. 推進.Ⅰ.体制.1; when omitted everything down to the indicators");

    public string SpecOption => Say(
        "仕様のファイルまたはフォルダー（繰り返し可）。省略すると組み込みの令和7年度分（--year があればその年度分）",
        "A spec file or folder; may be repeated. The built-in specs of R7, or of --year, when omitted");

    public string DataOption => Say(
        "データのCSV・TSV。別の対象の表は 対象=FILE（繰り返し可）。省略すると架空の全国",
        "The data as CSV or TSV; another entity's table as ENTITY=FILE; may be repeated. A fictional nation when omitted");

    public string YearOption => Say("年度（R7、令和7年度、2025）", "Fiscal year: R7, 令和7年度 or 2025");

    public string LevelOption => Say("評価の対象（市町村、都道府県）。省けば、他の対象に集計される側（市町村）", "Who is evaluated: 市町村, 都道府県 (default: the one that others aggregate)");

    public string FormatOption(string formats) => Say($"出力の形式（{formats}）", $"Output format: {formats}");

    public string LanguageOption => Say("表示の言語（ja、en）。省略するとロケールによる", "Language of messages: ja or en; from the locale when omitted");

    public string SetOption => Say("定数を置き換える（例: 上位の割合=30%、繰り返し可）", "Replace a constant, e.g. 上位の割合=30%; may be repeated");

    public string ScoreOutOption => Say(
        "得点・統計・順位・分布・項目別の表（CSV）を書くフォルダー", "Folder for the tables of scores, statistics, ranks, distribution and items (CSV)");

    public string ByOption => Say(
        "都道府県、規模、分布、または属性の名前ごとに表示する", "Show by prefecture, size, distribution or the name of an attribute");

    public string EntityOption => Say("団体コードまたは団体名", "Code or name of the entity");

    public string EditionOption => Say("突き合わせる版。省略すると最新の版", "The edition to compare; the latest when omitted");

    public string AllOption => Say("一致したものも表示する", "Show what agrees as well");

    public string SampleOutOption => Say("書き出すCSVファイル", "The CSV file to write");

    public string SeedOption => Say("乱数の種（0以上の整数）。同じ種からは同じデータができる", "Seed of the generator, a whole number; the same seed gives the same data");

    public string EntitiesOption => Say("団体数（1以上の整数）", "Number of entities, from 1");

    public string HelpOption => Say("使い方を表示する", "Show how to use this");

    public string VersionOption => Say("版を表示する", "Show the version");

    public string UsageHeading => Say("使い方:", "Usage:");

    public string CommandsHeading => Say("コマンド:", "Commands:");

    public string ArgumentsHeading => Say("引数:", "Arguments:");

    public string OptionsHeading => Say("オプション:", "Options:");

    public string ExamplesHeading => Say("例:", "Examples:");

    public string ExitCodes => Say(
        "終了コード: 0 正常、1 仕様・データに問題がある、2 使い方の誤り、3 内部エラー",
        "Exit code: 0 fine, 1 problems in specs or data, 2 wrong usage, 3 internal error");

    public string RequiredMark => Say("（必須）", " (required)");

    public string CommandWord => Say("コマンド", "COMMAND");

    public string OptionsWord => Say("オプション", "OPTIONS");

    public string SeeHelp(string command) => Say($"使い方: {command} --help", $"How to use it: {command} --help");

    public string UnknownOption(string option, string? nearest) => Suggest(
        Say($"{option} というオプションはありません。", $"There is no option {option}."), nearest);

    public string UnknownCommand(string command, string? nearest) => Suggest(
        Say($"{command} というコマンドはありません。", $"There is no command {command}."), nearest);

    public string UnexpectedArgument(string argument) => Say($"余分な引数です: {argument}", $"Unexpected argument: {argument}");

    public string OptionMissing(string option) => Say($"{option} を指定してください。", $"{option} is required.");

    public string OptionValueMissing(string option, string valueName) => Say(
        $"{option} に値（{valueName}）がありません。", $"{option} needs a value ({valueName}).");

    public string OptionRepeated(string option) => Say($"{option} は一度しか指定できません。", $"{option} can be given only once.");

    public string NotAChoice(string option, string value, string choices, string? nearest) => Suggest(
        Say($"{option} に {value} は使えません。使えるのは {choices} です。", $"{option} cannot be {value}; it is one of {choices}."), nearest);

    public string NotANumber(string option, string value, string range) => Say(
        $"{option} に {value} は使えません。{range}を指定してください。", $"{option} cannot be {value}; give {range}.");

    public string RangeFrom(long minimum, long maximum) => Say(
        $"{Count(minimum)}から{Count(maximum)}までの整数", $"a whole number from {Count(minimum)} to {Count(maximum)}");

    public string NotAYear(string value) => Say(
        $"--year の {value} は年度として読めません。R7、令和7年度、2025 のように書いてください。",
        $"--year {value} is not a fiscal year; write R7, 令和7年度 or 2025.");
}
