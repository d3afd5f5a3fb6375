namespace KaigoDsl.Compiler.Diagnostics;

public static partial class Descriptors
{
    /// <summary>A character that begins no token.</summary>
    public static readonly DiagnosticDescriptor BadCharacter = Error(
        "KGO1001",
        "使えない文字", "Character not allowed",
        "文字 `{0}` はここでは使えません。削除するか、文字列「…」の中に書いてください。",
        "The character `{0}` is not allowed here. Remove it, or put it inside a string.");

    /// <summary>A string that does not end.</summary>
    public static readonly DiagnosticDescriptor UnterminatedString = Error(
        "KGO1002",
        "文字列が閉じていない", "Unterminated string",
        "文字列がここで始まっていますが、閉じる `{0}` がありません。行末までに閉じてください。",
        "A string begins here but its closing `{0}` is missing. Close it before the end of the line.");

    /// <summary>A block comment that does not end.</summary>
    public static readonly DiagnosticDescriptor UnterminatedComment = Error(
        "KGO1003",
        "注釈が閉じていない", "Unterminated comment",
        "`/*` で始まる注釈が閉じていません。`*/` を加えてください。",
        "The comment that begins with `/*` is not closed. Add `*/`.");

    /// <summary>Something else was expected.</summary>
    public static readonly DiagnosticDescriptor Expected = Error(
        "KGO1004",
        "構文の誤り", "Unexpected text",
        "ここには {0} が必要ですが、{1}。",
        "Expected {0} here but found {1}.");

    /// <summary>A misspelt keyword.</summary>
    public static readonly DiagnosticDescriptor MisspeltKeyword = Error(
        "KGO1005",
        "予約語の綴り", "Misspelt keyword",
        "`{0}` という予約語はありません。`{1}` の誤りではありませんか。",
        "There is no keyword `{0}`. Did you mean `{1}`?");

    /// <summary>A bracket without its partner.</summary>
    public static readonly DiagnosticDescriptor UnclosedBracket = Error(
        "KGO1006",
        "括弧が閉じていない", "Unclosed bracket",
        "ここで開いた `{0}` が閉じていません。対応する `{1}` を加えてください。",
        "The `{0}` opened here is never closed. Add the matching `{1}`.");

    /// <summary>Nesting beyond the guard.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Error(
        "KGO1007",
        "入れ子が深すぎる", "Nested too deeply",
        "入れ子が {0} 段を超えています。式や表を分けてください。",
        "Nesting exceeds {0} levels. Split the expression or the table.");

    /// <summary>A header part given twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateHeaderPart = Error(
        "KGO1008",
        "同じ指定の重複", "Given twice",
        "{0} が二度書かれています。一方を削除してください。",
        "{0} is given twice. Remove one of them.");

    /// <summary>A header part where it has no meaning.</summary>
    public static readonly DiagnosticDescriptor MisplacedPart = Error(
        "KGO1009",
        "ここでは使えない指定", "Not allowed here",
        "{0} は `{1}` には書けません。{2}",
        "{0} cannot be given for `{1}`. {2}");

    /// <summary>A number whose unit is not known.</summary>
    public static readonly DiagnosticDescriptor UnknownUnitSuffix = Error(
        "KGO1010",
        "単位が不明", "Unknown unit",
        "数 `{0}` に付いた単位 `{1}` は知られていません。{2}",
        "The unit `{1}` on the number `{0}` is not known. {2}");

    /// <summary>A number that cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadNumber = Error(
        "KGO1011",
        "数の書き方", "Malformed number",
        "`{0}` は数として読めません。`1_741`、`12.5`、`7割`、`2億円` のように書いてください。",
        "`{0}` cannot be read as a number. Write `1_741`, `12.5`, `7割` or `2億円`.");

    /// <summary>A closing bracket that closes nothing.</summary>
    public static readonly DiagnosticDescriptor UnmatchedClosingBracket = Error(
        "KGO1012",
        "余分な閉じ括弧", "Unmatched closing bracket",
        "この `{0}` に対応する開き括弧がありません。",
        "This `{0}` closes nothing. Remove it, or add the opening bracket.");
}
