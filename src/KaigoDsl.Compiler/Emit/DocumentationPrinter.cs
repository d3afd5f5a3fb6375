using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints XML documentation comments, in Japanese, from what a spec says about a thing.</summary>
internal static class DocumentationPrinter
{
    /// <summary>A one-line summary.</summary>
    public static void Summary(IndentedWriter writer, string text) => writer.Line($"/// <summary>{CSharpText.Xml(text)}</summary>");

    /// <summary>A node: title, points, period, source, assumptions.</summary>
    public static void Node(IndentedWriter writer, FrameworkPlan plan, int index)
    {
        var node = plan.Nodes[index];
        var name = node.Path.Length == 0 ? plan.Name : node.Path;
        Summary(writer, node.Title is null ? name : name + " 「" + node.Title + "」");

        var lines = new List<string> { "配点 " + (node.FullMark is { } full ? CSharpText.Number(full) + "点" : "未確認") };
        if (node.Cap is { } cap)
        {
            lines.Add("最大 " + CSharpText.Number(cap) + "点");
        }

        if (node.Reference >= 0)
        {
            lines.Add("共通の指標群 " + plan.Nodes[node.Reference].Path + " の得点（一度だけ採点する）");
        }

        if (Condition(plan, node) is { } condition)
        {
            lines.Add("条件 " + condition);
        }

        if (node.Ranking >= 0)
        {
            lines.Add("順位 " + Ranking(plan.Rankings[node.Ranking]));
        }

        Add(lines, "時点 ", node.Period);
        Add(lines, "出典 ", node.Source);
        AddAll(lines, node.Assumptions);
        foreach (var line in (node.Documentation ?? string.Empty).Split('\n'))
        {
            Add(lines, string.Empty, line.Trim());
        }

        if (node.MayBeUnknown)
        {
            lines.Add("データによっては得点が不明になる");
        }

        Remarks(writer, lines);
    }

    /// <summary>A column of the table.</summary>
    public static void Column(IndentedWriter writer, ColumnPlan column)
    {
        Summary(writer, column.Title is null ? column.Name : column.Name + " 「" + column.Title + "」");
        var lines = new List<string> { Kind(column) };
        if (column.Unit.Length > 0)
        {
            lines.Add("単位 " + column.Unit);
        }

        if (column.Members.Count > 0)
        {
            lines.Add("値 " + string.Join("、", column.Members));
        }

        if (column.IsForRules)
        {
            lines.Add("算式・判定・配分だけが読む。採点にはなくてもよい列");
        }
        else if (!column.Required)
        {
            lines.Add("なくてもよい列");
        }
        else if (column.Substitutes.Count > 0 && !column.IsAggregated)
        {
            lines.Add("この入力で決まる項目の結果がすべての団体にあれば、なくてもよい列");
        }

        AddAll(lines, column.Assumptions);
        Remarks(writer, lines);
    }

    /// <summary>A constant.</summary>
    public static void Constant(IndentedWriter writer, ConstantPlan constant)
    {
        Summary(writer, constant.Name);
        var lines = new List<string> { "既定値 " + constant.Value + (constant.Unit.Length > 0 ? "（基本単位。記載の単位は " + constant.Unit + "）" : string.Empty) };
        AddAll(lines, constant.Assumptions);
        Remarks(writer, lines);
    }

    /// <summary>What a ranking compares and from which end.</summary>
    public static string Ranking(RankingPlan ranking) =>
        ranking.Text + "（" + (ranking.Direction == RankDirection.HighestFirst ? "高い順" : "低い順") + (ranking.Population is null ? string.Empty : "、母集団あり") + "）";

    private static string Kind(ColumnPlan column) => column.Kind switch
    {
        ColumnKind.Key => "鍵",
        ColumnKind.Name => "名称",
        ColumnKind.Attribute => column.Entity.Length > 0 ? "属性（対象 " + column.Entity + "）" : "属性",
        ColumnKind.Input => "入力",
        ColumnKind.Answer => "回答（" + CSharpText.Number(column.Points) + "点）",
        _ => "得点",
    };

    private static string? Condition(FrameworkPlan plan, NodePlan node)
    {
        if (node.Item < 0)
        {
            return null;
        }

        var item = plan.Items[node.Item];
        var condition = item.Condition switch
        {
            ConditionKind.Answer => "回答が該当",
            ConditionKind.Tier => Tier(plan.Rankings[item.Ranking].Tiers[item.Tier]),
            _ => "式（仕様の定義どおり）",
        };
        return item.Prerequisites.Count == 0
            ? condition
            : condition + "、前提 " + string.Join("・", item.Prerequisites.Select(prerequisite => plan.Nodes[plan.Items[prerequisite].Node].Path));
    }

    private static string Tier(TierPlan tier)
    {
        var tenths = tier.Share * 10;
        return (tier.Side == TierSide.Top ? "上位" : "下位") + (tenths.IsInteger ? tenths + "割" : tier.Share.ToString());
    }

    private static void Add(List<string> lines, string prefix, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            lines.Add(prefix + text);
        }
    }

    private static void AddAll(List<string> lines, EquatableArray<string> assumptions)
    {
        foreach (var assumption in assumptions)
        {
            lines.Add("仮定 「" + assumption + "」");
        }
    }

    private static void Remarks(IndentedWriter writer, List<string> lines)
    {
        if (lines.Count == 1)
        {
            writer.Line($"/// <remarks>{CSharpText.Xml(lines[0])}</remarks>");
            return;
        }

        writer.Line("/// <remarks>");
        foreach (var line in lines)
        {
            writer.Line($"/// <para>{CSharpText.Xml(line)}</para>");
        }

        writer.Line("/// </remarks>");
    }
}
