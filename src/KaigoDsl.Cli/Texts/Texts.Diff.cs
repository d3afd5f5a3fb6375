using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string DiffDescription => Say("二つの仕様が意味として何を変えたかを示します", "Show what two specs say differently, by meaning");

    public string CanonDescription => Say("仕様を1行1事実の形で書き出します（git の textconv 用）", "Print a spec as facts, one a line, for git's textconv");

    public string SidesArgument => Say(
        "比べる二つ。フォルダー、ファイル、git のリビジョン（main..HEAD、REV:PATH）。-- の後は見るパス",
        "The two sides: folders, files or git revisions (main..HEAD, REV:PATH); paths to look at behind --");

    public string CanonArgument => Say("仕様のファイル", "A spec file");

    public string OrSourceOption => Say("読めない仕様は原文のまま書き出す", "Print a spec that cannot be read as it is written");

    public string DiffOutOption => Say(
        "全体を書くファイル。md では画面に出す分を6万バイト未満に抑える", "File for the whole report; with md what is printed then stays below 60 kB");

    public string LimitOption => Say("--out があるとき、md で画面に出す最大のバイト数", "With --out, the most bytes of md that are printed");

    public string FailOnOption => Say(
        "この変更があれば終了コード1にする（コード、または重さ payee・meaning・wording・information 以上。コンマ区切り）",
        "Exit with 1 at these changes: codes, or a severity (payee, meaning, wording, information) and above; separated by commas");

    public string NoPublishedOption => Say("公表値と試験を比べない", "Leave out published figures and tests");

    public string OneFileNeeded => Say("ファイルを一つ指定してください（例: kaigo canon spec.kaigo）。", "Give one file, e.g. kaigo canon spec.kaigo.");

    public string AsWritten => Say("// 構文の誤りがあるため、原文のまま", "// not well formed, shown as it is written");

    public string TwoSidesNeeded => Say(
        "比べる二つを指定してください（例: kaigo diff specs/r6 specs/r7、kaigo diff main..HEAD -- specs/r7）。",
        "Give two sides, e.g. kaigo diff specs/r6 specs/r7 or kaigo diff main..HEAD -- specs/r7.");

    public string WorkingTree => Say("作業ツリー", "working tree");

    public string NothingToCompare => Say("比べる評価体系がどちらにもありません。", "Neither side has a framework to compare.");

    public string GitMissing => Say(
        "git が見つかりません。リビジョンを比べるには git を PATH に置いてください。", "There is no git. To compare revisions put git on the PATH.");

    public string UnknownRevision(string revision) => Say(
        $"{revision}: ファイルもフォルダーもなく、git のリビジョンでもありません。", $"{revision}: no such file or folder, and no git revision.");

    public string NotARepository(string revision) => Say(
        $"{revision}: ファイルもフォルダーもありません（ここは git のリポジトリーではありません）。",
        $"{revision}: no such file or folder (and this is no git repository).");

    public string NothingInCommon(string left, string right) => Say(
        $"{left} と {right} には共通の祖先がありません。", $"{left} and {right} have no common ancestor.");

    public string GitFailed(string reason) => Say($"git が失敗しました: {reason}", $"git failed: {reason}");

    public string SideBroken(string side, int errors) => Say(
        $"{side}: 仕様に{Count(errors)}件の誤りがあるので、比べられません。", $"{side}: the specs have {Plural(errors, "error", "errors")}; cannot compare.");

    public string DiffTitle(string old, string current) => Say($"仕様の変更: {old} → {current}", $"Changes of the specification: {old} → {current}");

    public string PairHeading(FrameworkPair pair) => pair.Relation == PairRelation.SameYear ? pair.New.Name : $"{pair.Old.Name} → {pair.New.Name}";

    public string MatchSummary(FrameworkPair pair)
    {
        var (old, current) = (pair.Old.Nodes.Length - pair.Nodes.Sum(static m => m.Old.Count), pair.New.Nodes.Length - pair.Nodes.Sum(static m => m.New.Count));
        var (lineage, path) = (CountOf(MatchWay.Lineage), CountOf(MatchWay.Path));
        var guessed = CountOf(MatchWay.Title) + CountOf(MatchWay.Likeness);
        return Say(
            $"節の対応: 系譜（旧・統合・分割）による {Count(lineage)}、同じ場所 {Count(path)}、題名・類似による推定 {Count(guessed)}。対応のない節: 旧 {Count(old)}、新 {Count(current)}",
            $"Nodes matched: by lineage {Count(lineage)}, by place {Count(path)}, by title or likeness {Count(guessed)}. Unmatched: old {Count(old)}, new {Count(current)}");

        int CountOf(MatchWay way) => pair.Nodes.Count(match => match.Way == way);
    }

    public string GuessesHeading => Say("推定した対応（仕様に系譜がなく、場所か題名が違うもの）:", "Correspondences that were guessed (no lineage, and place or title differ):");

    public string Guess(FrameworkPair pair, NodeMatch match)
    {
        var old = string.Join(" + ", match.Old.Select(node => pair.Old.Nodes[node].Path));
        var current = string.Join(" + ", match.New.Select(node => pair.New.Nodes[node].Path));
        var way = match.Way switch
        {
            MatchWay.Lineage => Say("系譜", "lineage"),
            MatchWay.Path => Say("同じ場所、題名は違う", "same place, other title"),
            MatchWay.Title => Say("同じ題名", "same title"),
            _ => Say("類似", "likeness"),
        };
        return Say($"{old} → {current}（{way}、確度 {match.Certainty}%）", $"{old} → {current} ({way}, {match.Certainty}% sure)");
    }

    public string SeverityHeading(ChangeSeverity severity, int count) => severity switch
    {
        ChangeSeverity.Payee => Say($"得点・交付額に響く変更 {Count(count)}件", $"What a payee can feel: {Count(count)}"),
        ChangeSeverity.Meaning => Say($"意味の変更 {Count(count)}件", $"Changes of meaning: {Count(count)}"),
        ChangeSeverity.Wording => Say($"文言の変更 {Count(count)}件", $"Wording only: {Count(count)}"),
        _ => Say($"参考（公表値・試験） {Count(count)}件", $"For information (published figures, tests): {Count(count)}"),
    };

    public string[] DiffColumns => Japanese ? ["コード", "どこ", "何が", "旧", "新", "行"] : ["Code", "Where", "What", "Old", "New", "Lines"];

    public string LeftOut(int rows, string file) => Say(
        $"ここに収まらない {Count(rows)}件は {file} にあります。", $"{Count(rows)} more did not fit here; see {file}.");
}
