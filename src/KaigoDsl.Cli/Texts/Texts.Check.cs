namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string CheckSummary(int files, int errors, int warnings) => Say(
        $"ファイル {Count(files)}、誤り {Count(errors)}、警告 {Count(warnings)}",
        $"{Plural(files, "file", "files")}, {Plural(errors, "error", "errors")}, {Plural(warnings, "warning", "warnings")}");

    public string FrameworkSummary(string name, int nodes, int indicators, int items, int? fullMark) => Say(
        $"{name}: 節 {Count(nodes)}、指標 {Count(indicators)}、項目 {Count(items)}、満点 {FullMark(fullMark)}",
        $"{name}: {Plural(nodes, "node", "nodes")}, {Plural(indicators, "indicator", "indicators")}, {Plural(items, "item", "items")}, full mark {FullMark(fullMark)}");

    public string TestsAndFigures(int tests, int figures) => Say(
        $"試験 {Count(tests)}、公表値 {Count(figures)}", $"{Plural(tests, "test", "tests")}, {Plural(figures, "published figure", "published figures")}");

    public string BuiltInHint => Say(
        "組み込みの仕様を調べました。手元の仕様を調べるには、ファイルかフォルダーを指定してください（例: kaigo check .）。",
        "This was the built-in spec. To check your own, give its file or folder, e.g. kaigo check .");

    public string TestPassed => Say("合格", "pass");

    public string TestFailed => Say("不合格", "FAIL");

    public string TestSummary(int passed, int failed) => Say(
        failed == 0 ? $"試験 {Count(passed)}件すべて合格" : $"試験 {Count(passed + failed)}件のうち {Count(failed)}件が不合格",
        failed == 0 ? $"All {Plural(passed, "test", "tests")} passed" : $"{Count(failed)} of {Plural(passed + failed, "test", "tests")} failed");

    public string NoTests => Say("仕様に試験がありません。", "The specs have no tests (試験).");

    public string Expected(string text) => Say($"期待 {text}", $"expected {text}");

    public string SidesWere(string left, string right) => Say(
        $"左辺 {Known(left)}、右辺 {Known(right)}", $"left side {Known(left)}, right side {Known(right)}");

    public string ConditionUnknown => Say("欠測のため判定できません", "unknown, because a value is missing");

    public string ConditionFalse => Say("成り立ちません", "does not hold");

    public string FullMark(int? points) => points is { } known ? Say($"{Count(known)}点", Plural(known, "point", "points")) : Say("配点未確認", "not confirmed");

    private string Known(string value) => value.Length == 0 ? Say("欠測", "missing") : value;
}
