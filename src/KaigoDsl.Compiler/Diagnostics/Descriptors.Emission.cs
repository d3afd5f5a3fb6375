namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    /// <summary>A framework for which no C# is generated.</summary>
    public static readonly DiagnosticDescriptor FrameworkNotEmitted = Warning(
        "KGO4001",
        "C#を生成しない評価体系", "No C# for this framework",
        "`{0}` は管内の集計を含むので、C#のコードは生成されません。`kaigo score` で採点してください。",
        "No C# is generated for `{0}` because it aggregates its members' scores. Score it with `kaigo score`.");

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
