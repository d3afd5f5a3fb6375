namespace KaigoDsl.Runtime;

/// <summary>What a column of the entity table holds; the plan's kinds, member for member.</summary>
public enum ColumnKind
{
    /// <summary>The key (鍵): non-empty unique text.</summary>
    Key,

    /// <summary>The display name (名称).</summary>
    Name,

    /// <summary>An attribute of the entity (対象).</summary>
    Attribute,

    /// <summary>An input (入力) of an indicator.</summary>
    Input,

    /// <summary>The answer to an item, or a published result overriding a computed item.</summary>
    Answer,

    /// <summary>The points of a node (得点入力, 配点未確認).</summary>
    Points,
}
