namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    // KGO4001 said that a framework with aggregates over members is not printed. It is now; the code is not used again.

    /// <summary>Two frameworks would be printed under one name.</summary>
    public static readonly DiagnosticDescriptor SameGeneratedName = Error(
        "KGO4002",
        "生成される型の名前の衝突", "Generated names clash",
        "`{0}` から生成される型 `{1}…` は、同じ年度の別の評価体系の型と同じ名前になります。対象の名前を変えてください。",
        "The types `{1}…` generated for `{0}` have the names of another framework's of the same year. Rename the entity.");

    /// <summary>An MSBuild property with a value that means nothing.</summary>
    public static readonly DiagnosticDescriptor BadGeneratorOption = Warning(
        "KGO4003",
        "使えない設定値", "Property value not usable",
        "プロパティ `{0}` の値 `{1}` は使えません。既定値を使います。",
        "The value `{1}` of the property `{0}` cannot be used. The default is taken.");
}
