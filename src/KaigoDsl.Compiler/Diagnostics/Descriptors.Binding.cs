namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    /// <summary>Two declarations of one name.</summary>
    public static readonly DiagnosticDescriptor DuplicateDeclaration = Error(
        "KGO2001",
        "名前の重複", "Declared twice",
        "{0} `{1}` は既に宣言されています。別の名前にするか、一方を削除してください。",
        "{0} `{1}` is already declared. Rename one of them or remove it.");

    /// <summary>Two siblings with one label.</summary>
    public static readonly DiagnosticDescriptor DuplicateLabel = Error(
        "KGO2002",
        "ラベルの重複", "Duplicate label",
        "`{0}` は `{1}` の中に既にあります。番号を振り直すか、一方を削除してください。",
        "`{0}` already exists in `{1}`. Renumber one of them or remove it.");

    /// <summary>An entity nobody declares.</summary>
    public static readonly DiagnosticDescriptor UnknownEntity = Error(
        "KGO2003",
        "対象が不明", "Unknown entity",
        "対象 `{0}` は宣言されていません。{1}",
        "The entity `{0}` is not declared. {1}");

    /// <summary>A name nobody declares.</summary>
    public static readonly DiagnosticDescriptor UnknownName = Error(
        "KGO2004",
        "名前が不明", "Unknown name",
        "`{0}` という名前は見つかりません。{1}",
        "There is no name `{0}` here. {1}");

    /// <summary>A shared group nobody declares.</summary>
    public static readonly DiagnosticDescriptor UnknownSharedGroup = Error(
        "KGO2005",
        "共有の指標群が不明", "Unknown shared group",
        "`= {0}` の指す指標群が見つかりません。{1}",
        "No shared group `{0}` is declared. {1}");

    /// <summary>Several declarations fit.</summary>
    public static readonly DiagnosticDescriptor AmbiguousName = Error(
        "KGO2006",
        "名前があいまい", "Ambiguous name",
        "`{0}` は複数の場所で宣言されていて、どれか決められません。同じファイルに置くか、名前を変えてください。",
        "`{0}` is declared in several places and none is nearer. Declare it in the same file or rename it.");

    /// <summary>A type or unit nobody knows.</summary>
    public static readonly DiagnosticDescriptor UnknownType = Error(
        "KGO2007",
        "型・単位が不明", "Unknown type or unit",
        "`{0}` は単位でも種別でもありません。{1}",
        "`{0}` is neither a unit nor an enumeration. {1}");

    /// <summary>Not a fiscal year.</summary>
    public static readonly DiagnosticDescriptor BadFiscalYear = Error(
        "KGO2008",
        "年度の書き方", "Not a fiscal year",
        "`{0}` は年度として読めません。`令和7年度`、`R7`、`2025年度`、`FY2025` のように書いてください。",
        "`{0}` is not a fiscal year. Write `令和7年度`, `R7`, `2025年度` or `FY2025`.");

    /// <summary>An entity without a key.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Error(
        "KGO2009",
        "鍵がない", "Entity without a key",
        "対象 `{0}` に鍵がありません。`鍵 団体コード` のように、一団体を見分ける列を書いてください。",
        "The entity `{0}` has no key. Name the column that identifies one, e.g. `鍵 団体コード`.");

    /// <summary>A level that cannot stand there.</summary>
    public static readonly DiagnosticDescriptor MisplacedNode = Error(
        "KGO2010",
        "置けない階層", "Level not allowed here",
        "{0} は {1} の中には置けません。{2}",
        "{0} cannot stand inside {1}. {2}");

    /// <summary>An item without points.</summary>
    public static readonly DiagnosticDescriptor MissingPoints = Error(
        "KGO2011",
        "配点がない", "Item without points",
        "項目 `{0}` に配点がありません。`項目 {0} 4点` のように書いてください。",
        "The item `{0}` has no points. Write e.g. `項目 {0} 4点`.");

    /// <summary>Points that are not whole, or not points.</summary>
    public static readonly DiagnosticDescriptor BadPoints = Error(
        "KGO2012",
        "配点の書き方", "Malformed points",
        "配点 `{0}` は 0 以上の整数に `点` を付けて書いてください。",
        "Write the points `{0}` as a whole number of `点`, zero or more.");

    /// <summary>上位 without 順位.</summary>
    public static readonly DiagnosticDescriptor TierOutsideRanking = Error(
        "KGO2013",
        "順位のない上位・下位", "Tier without a ranking",
        "`{0}` は `順位` のある指標か系列の中でだけ使えます。この項目の上に `順位 …` を書いてください。",
        "`{0}` needs an enclosing `順位`. Write `順位 …` in the indicator or series above this item.");

    /// <summary>A tier share that is none.</summary>
    public static readonly DiagnosticDescriptor BadShare = Error(
        "KGO2014",
        "割合の範囲", "Share out of range",
        "`{0}` は 0 より大きく 10割以下の割合ではありません。`7割` や `70%` のように書いてください。",
        "`{0}` is not a share above 0 and up to 100 %. Write e.g. `7割` or `70%`.");

    /// <summary>Quantities of different dimensions.</summary>
    public static readonly DiagnosticDescriptor DimensionMismatch = Error(
        "KGO2015",
        "単位の不一致", "Dimension mismatch",
        "{0} では両辺の単位が同じでなければなりませんが、左は {1}、右は {2} です。{3}",
        "{0} needs both sides in one unit, but the left is {1} and the right is {2}. {3}");

    /// <summary>A value of the wrong type.</summary>
    public static readonly DiagnosticDescriptor TypeMismatch = Error(
        "KGO2016",
        "型の不一致", "Wrong type",
        "ここには {0} が必要ですが、これは {1} です。{2}",
        "This must be {0}, but it is {1}. {2}");

    /// <summary>前提 of an item that is not there.</summary>
    public static readonly DiagnosticDescriptor UnknownPrerequisite = Error(
        "KGO2017",
        "前提の項目が不明", "Unknown prerequisite",
        "前提の項目 `{0}` が同じ指標の中に見つかりません。{1}",
        "There is no item `{0}` in this indicator to be a prerequisite. {1}");

    /// <summary>A node used as a value.</summary>
    public static readonly DiagnosticDescriptor ScoreNeeded = Error(
        "KGO2018",
        "得点の指定", "A score is meant",
        "`{0}` は値ではありません。その点数を使うなら `{0}.得点` と書いてください。",
        "`{0}` is not a value. Write `{0}.得点` for its points.");

    /// <summary>除く where it has no meaning.</summary>
    public static readonly DiagnosticDescriptor ExcludingMisused = Error(
        "KGO2019",
        "除く の使い方", "Misuse of 除く",
        "`除く この指標` は、指標の中で、その指標を含む得点の後ろにだけ書けます。",
        "`除く この指標` belongs inside an indicator, behind a score that contains it.");

    /// <summary>No framework of that year and entity.</summary>
    public static readonly DiagnosticDescriptor UnknownFramework = Error(
        "KGO2020",
        "評価体系が不明", "Unknown framework",
        "`{0}` の評価体系が見つかりません。{1}",
        "No framework for `{0}` is declared. {1}");

    /// <summary>A published figure that is none.</summary>
    public static readonly DiagnosticDescriptor UnknownStatistic = Error(
        "KGO2021",
        "統計量が不明", "Unknown statistic",
        "`{0}` は統計量ではありません。平均・中央値・標準偏差・得点率・最高点・最低点・団体数・該当団体数のどれか、一団体の公表値（対象 「…」）では得点・得点率・順位のどれかで終えてください。",
        "`{0}` is no statistic. End with 平均, 中央値, 標準偏差, 得点率, 最高点, 最低点, 団体数 or 該当団体数; about one entity (対象 「…」) with 得点, 得点率 or 順位.");

    /// <summary>Two labels, one identifier.</summary>
    public static readonly DiagnosticDescriptor IdentifierCollision = Error(
        "KGO2022",
        "識別子の衝突", "Identifiers collide",
        "`{0}` と `{1}` は、生成されるC#では同じ識別子 `{2}` になります。一方のラベルを変えてください。",
        "`{0}` and `{1}` would both be the C# identifier `{2}`. Change one of the labels.");

    /// <summary>管内 or an aggregate where it has no meaning.</summary>
    public static readonly DiagnosticDescriptor AggregateMisused = Error(
        "KGO2023",
        "集計の使い方", "Misuse of an aggregate",
        "{0}",
        "{0}");

    /// <summary>A given cell that does not fit its column.</summary>
    public static readonly DiagnosticDescriptor BadGivenValue = Error(
        "KGO2024",
        "与える値", "Given value does not fit",
        "`{0}` には {1} を与えてください。",
        "Give `{0}` {1}.");

    /// <summary>A constant that depends on data.</summary>
    public static readonly DiagnosticDescriptor ConstantNotConstant = Error(
        "KGO2025",
        "定数の値", "Not a constant",
        "定数 `{0}` の値は数だけから成る式でなければなりません。",
        "The value of the constant `{0}` must be made of numbers only.");

    /// <summary>A required part is absent.</summary>
    public static readonly DiagnosticDescriptor MissingPart = Error(
        "KGO2026",
        "必要な指定がない", "Required part missing",
        "{0} に {1} がありません。{2}",
        "{0} has no {1}. {2}");
}
