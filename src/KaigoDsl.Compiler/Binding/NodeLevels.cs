using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Which level may stand inside which; levels may be skipped, 分野 and 指標群 may nest.</summary>
internal static class NodeLevels
{
    public static NodeKind FromKeyword(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.GrantKeyword => NodeKind.Grant,
        SyntaxKind.AreaKeyword => NodeKind.Area,
        SyntaxKind.GoalKeyword => NodeKind.Goal,
        SyntaxKind.GroupKeyword => NodeKind.Group,
        SyntaxKind.IndicatorKeyword => NodeKind.Indicator,
        SyntaxKind.SeriesKeyword => NodeKind.Series,
        _ => NodeKind.Item,
    };

    public static string Name(NodeKind kind) => kind switch
    {
        NodeKind.Framework => "評価体系",
        NodeKind.Grant => "交付金",
        NodeKind.Area => "分野",
        NodeKind.Goal => "目標",
        NodeKind.Group => "指標群",
        NodeKind.Indicator => "指標",
        NodeKind.Series => "系列",
        NodeKind.Total => "集計",
        _ => "項目",
    };

    public static bool MayContain(NodeKind outer, NodeKind inner) => outer switch
    {
        NodeKind.Framework => inner is NodeKind.Grant or NodeKind.Area or NodeKind.Goal or NodeKind.Group or NodeKind.Indicator,
        NodeKind.Grant => inner is NodeKind.Area or NodeKind.Goal or NodeKind.Group or NodeKind.Indicator,
        NodeKind.Area => inner is NodeKind.Area or NodeKind.Goal or NodeKind.Group or NodeKind.Indicator,
        NodeKind.Goal => inner is NodeKind.Group or NodeKind.Indicator,
        NodeKind.Group => inner is NodeKind.Group or NodeKind.Indicator,
        NodeKind.Indicator => inner is NodeKind.Series or NodeKind.Item,
        NodeKind.Series => inner is NodeKind.Item,
        _ => false,
    };

    /// <summary>The levels that may stand inside one, for a message.</summary>
    public static string AllowedInside(NodeKind outer) =>
        string.Join("・", Enum.GetValues(typeof(NodeKind)).Cast<NodeKind>().Where(k => MayContain(outer, k)).Select(Name));
}
