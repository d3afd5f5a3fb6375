namespace KaigoDsl.Tooling.Diffing;

public static partial class ChangeKinds
{
    /// <summary>The title of a node or of the framework.</summary>
    public static ChangeKind TitleChanged { get; } = Wording("D901", "title", "題名", "title");

    /// <summary>出典 in force at a node.</summary>
    public static ChangeKind SourceChanged { get; } = Wording("D902", "source", "出典", "source");

    /// <summary>A 仮定 that was not there.</summary>
    public static ChangeKind AssumptionAdded { get; } = Wording("D903", "assumption-added", "仮定の追加", "assumption added");

    /// <summary>A 仮定 that is gone: what it stood for is known now, or no longer assumed.</summary>
    public static ChangeKind AssumptionResolved { get; } = Wording("D904", "assumption-resolved", "仮定の解消", "assumption resolved");

    /// <summary>A 仮定 in other words.</summary>
    public static ChangeKind AssumptionReworded { get; } = Wording("D905", "assumption-reworded", "仮定の書換え", "assumption reworded");

    /// <summary>The title of an attribute or input.</summary>
    public static ChangeKind ColumnTitleChanged { get; } = Wording("D906", "column-title", "入力・属性の題名", "title of the input or attribute");

    /// <summary>旧, 新設, 統合, 分割 in another revision of one framework.</summary>
    public static ChangeKind LineageChanged { get; } = Wording("D907", "lineage", "旧・新設・統合・分割", "lineage");

    /// <summary>A 公表値 of one framework in another revision.</summary>
    public static ChangeKind FigureChanged { get; } = Information("D951", "published", "公表値", "published figure");

    /// <summary>A 試験 of one framework in another revision.</summary>
    public static ChangeKind TestChanged { get; } = Information("D961", "test", "試験", "test");
}
