using System.Text;
using KaigoDsl.Tooling.Equivalence;

namespace KaigoDsl.Cli;

internal sealed partial class Texts
{
    public string EquivDescription => Say(
        "二つの仕様がどんなデータでも同じ得点になるかを証明し、ならなければ小さな例を示します",
        "Prove that two specs score the same for all data, or show a small nation that they score differently");

    public string Equivalence(EquivalenceResult result)
    {
        var text = new StringBuilder();
        text.Append(result.Verdict switch
        {
            EquivalenceVerdict.Equivalent => Say(
                $"同値です。{Count(result.ProvedNodes)}節すべてが、どんなデータでも同じ得点になります（定数は既定値）。",
                $"Equivalent: all {Plural(result.ProvedNodes, "node", "nodes")} score the same for all data (constants at their defaults)."),
            EquivalenceVerdict.Different => Say("同値ではありません。", "Not equivalent."),
            _ => Say(
                $"決められませんでした。{Count(result.ProvedNodes)}節は同じ得点になると証明できましたが、次は分かりません。",
                $"Undecided: {Plural(result.ProvedNodes, "node", "nodes")} are proved to score the same, but not the following."),
        }).Append('\n');
        foreach (var line in result.Differences.Concat(result.Undecided))
        {
            text.Append("  ").Append(line.In(Language)).Append('\n');
        }

        if (result.Counterexample is { } example)
        {
            text.Append(Say(
                $"{example.Framework} の例（{example.Entities.Length}団体）:", $"An example for {example.Framework} ({Plural(example.Entities.Length, "entity", "entities")}):")).Append('\n');
            foreach (var cells in example.Entities)
            {
                text.Append("  ").Append(string.Join("、", cells.Select(static cell => $"{cell.Column} = {cell.Cell}"))).Append('\n');
            }

            var node = example.Node.Length == 0 ? Say("得点", "score") : example.Node;
            text.Append(Say(
                $"{Row(example.Row)}の {node}: 旧 {Points(example.OldPoints)}、新 {Points(example.NewPoints)}",
                $"{node} of {Row(example.Row)}: old {Points(example.OldPoints)}, new {Points(example.NewPoints)}")).Append('\n');
        }

        return text.ToString();

        string Row(int row) => Say($"{row + 1}行目", $"row {row + 1}");

        string Points(int? points) => points is { } known ? Say($"{known}点", $"{known}pt") : Say("不明", "unknown");
    }
}
