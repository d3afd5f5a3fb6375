using System.Globalization;
using System.Numerics;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Values in the language's own words.</summary>
internal static class DiffTexts
{
    private const int MaximumPlaces = 12;

    private static readonly ExactNumber s_ten = new(10);

    private static readonly ExactNumber s_thousand = new(1000);

    /// <summary>A text that is the same in both languages: labels, titles, numbers.</summary>
    public static LocalizedText Plain(string text) => new(text, text);

    public static LocalizedText Quoted(string text) => new($"「{text}」", $"\"{text}\"");

    public static LocalizedText QuotedOrNone(string? text) => text is null ? None : Quoted(text);

    public static LocalizedText None { get; } = new("なし", "none");

    public static LocalizedText All { get; } = new("全団体", "all");

    public static LocalizedText Word(SyntaxKind kind)
    {
        var fact = SyntaxFacts.GetKeyword(kind) ?? throw new InvalidOperationException($"{kind} is not a keyword.");
        return new LocalizedText(fact.Japanese, fact.English);
    }

    public static LocalizedText Points(int? points) => points is { } known ? new($"{known}点", $"{known}pt") : Word(SyntaxKind.PointsUnconfirmedKeyword);

    public static LocalizedText Level(NodeKind kind) => Word(kind switch
    {
        NodeKind.Framework => SyntaxKind.FrameworkKeyword,
        NodeKind.Grant => SyntaxKind.GrantKeyword,
        NodeKind.Area => SyntaxKind.AreaKeyword,
        NodeKind.Goal => SyntaxKind.GoalKeyword,
        NodeKind.Group => SyntaxKind.GroupKeyword,
        NodeKind.Indicator => SyntaxKind.IndicatorKeyword,
        NodeKind.Series => SyntaxKind.SeriesKeyword,
        NodeKind.Item => SyntaxKind.ItemKeyword,
        NodeKind.Total => SyntaxKind.TotalKeyword,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    public static LocalizedText Rule(ScoreRule rule) => rule switch
    {
        ScoreRule.Item => new("該当なら配点", "its points when met"),
        ScoreRule.Sum => new("合計", "sum"),
        ScoreRule.Best => Word(SyntaxKind.BetterOfKeyword),
        ScoreRule.Reference => new("共通の指標群", "shared group"),
        ScoreRule.Total => Word(SyntaxKind.TotalKeyword),
        ScoreRule.Input => Word(SyntaxKind.PointsInputKeyword),
        ScoreRule.Unconfirmed => Word(SyntaxKind.PointsUnconfirmedKeyword),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static LocalizedText Direction(RankDirection direction) =>
        Word(direction == RankDirection.HighestFirst ? SyntaxKind.HighestFirstKeyword : SyntaxKind.LowestFirstKeyword);

    public static LocalizedText Ties(TieRule ties) => Word(ties == TieRule.Include ? SyntaxKind.IncludeKeyword : SyntaxKind.ExcludeKeyword);

    public static LocalizedText Rounding(CountRounding rounding) => Word(rounding switch
    {
        CountRounding.Down => SyntaxKind.RoundDownKeyword,
        CountRounding.Up => SyntaxKind.RoundUpKeyword,
        _ => SyntaxKind.RoundNearestKeyword,
    });

    public static LocalizedText Answer { get; } = new("回答", "reported answer");

    public static LocalizedText ColumnType(ColumnPlan column) => column.Type switch
    {
        Compiler.Lowering.ColumnType.Text when column.Entity.Length > 0 => Join(" ", [Word(SyntaxKind.EntityKeyword), Plain(column.Entity)]),
        Compiler.Lowering.ColumnType.Text => Word(SyntaxKind.TextKeyword),
        Compiler.Lowering.ColumnType.Quantity => Unit(column.Unit),
        Compiler.Lowering.ColumnType.Truth => Word(SyntaxKind.BooleanKeyword),
        Compiler.Lowering.ColumnType.Year => Word(SyntaxKind.FiscalYearKeyword),
        Compiler.Lowering.ColumnType.Date => Word(SyntaxKind.DateKeyword),
        Compiler.Lowering.ColumnType.Enumeration => Plain($"{{ {string.Join(" ", column.Members)} }}"),
        Compiler.Lowering.ColumnType.Answer => Answer,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>A unit in both spellings, whichever is written; 円/人 part by part.</summary>
    public static LocalizedText Unit(string unit) => unit.Length == 0
        ? new("割合", "ratio")
        : Join("/", unit.Split('/').Select(static part => SyntaxFacts.FindUnit(part) is { } fact ? new LocalizedText(fact.Japanese, fact.English) : Plain(part)));

    public static LocalizedText Lineage(LineageKind kind) => Word(kind switch
    {
        LineageKind.Successor => SyntaxKind.FormerlyKeyword,
        LineageKind.New => SyntaxKind.NewKeyword,
        LineageKind.Merged => SyntaxKind.MergesKeyword,
        LineageKind.Split => SyntaxKind.SplitFromKeyword,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    public static LocalizedText Statistic(StatisticKind kind) => kind switch
    {
        StatisticKind.EntityCount => Word(SyntaxKind.EntityCountKeyword),
        StatisticKind.MetCount => Word(SyntaxKind.MetCountKeyword),
        StatisticKind.Mean => Word(SyntaxKind.MeanKeyword),
        StatisticKind.Median => Word(SyntaxKind.MedianKeyword),
        StatisticKind.StandardDeviation => Word(SyntaxKind.StandardDeviationKeyword),
        StatisticKind.Rate => Word(SyntaxKind.RateKeyword),
        StatisticKind.Maximum => Word(SyntaxKind.HighestKeyword),
        StatisticKind.Minimum => Word(SyntaxKind.LowestKeyword),
        StatisticKind.Score => Word(SyntaxKind.ScoreKeyword),
        StatisticKind.Rank => Word(SyntaxKind.RankingKeyword),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The label that a published figure of an allocation ends with.</summary>
    public static string AmountFigure(AmountFigureKind kind) => kind switch
    {
        AmountFigureKind.Budget => "予算",
        AmountFigureKind.Payment => "交付額",
        AmountFigureKind.Rest => "残余",
        AmountFigureKind.EntityCount => "団体数",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A constant's value in the unit it is written in, where that is one of the language's own.</summary>
    public static LocalizedText Constant(ConstantPlan constant)
    {
        if (constant.Unit.Length > 0 && SyntaxFacts.FindUnit(constant.Unit) is { } unit)
        {
            if (unit.Dimension == "円")
            {
                return Yen(constant.Value);
            }

            var number = Number(constant.Value / unit.Factor);
            return new LocalizedText(number + unit.Japanese, number + unit.English);
        }

        return Plain(constant.Unit.Length == 0 ? Number(constant.Value) : $"{Number(constant.Value)} ({constant.Unit})");
    }

    /// <summary>An amount of yen; whole thousands in 千円, as budgets are written.</summary>
    public static LocalizedText Yen(ExactNumber yen)
    {
        var thousands = yen / s_thousand;
        return thousands.IsInteger && yen.Sign != 0
            ? new($"{Grouped(thousands)}千円", $"{Grouped(thousands)} thousand yen")
            : new($"{(yen.IsInteger ? Grouped(yen) : Number(yen))}円", $"{(yen.IsInteger ? Grouped(yen) : Number(yen))} yen");
    }

    private static string Grouped(ExactNumber whole) => whole.Numerator.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A decimal where there is one of at most twelve places, otherwise a fraction.</summary>
    public static string Number(ExactNumber value)
    {
        var scaled = value;
        for (var places = 0; places <= MaximumPlaces; places++, scaled *= s_ten)
        {
            if (scaled.IsInteger)
            {
                var digits = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
                var sign = scaled.Sign < 0 ? "-" : string.Empty;
                return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
            }
        }

        return value.ToString();
    }

    public static LocalizedText Join(string separator, IEnumerable<LocalizedText> parts)
    {
        var list = parts.ToArray();
        return new LocalizedText(string.Join(separator, list.Select(static p => p.Japanese)), string.Join(separator, list.Select(static p => p.English)));
    }

    /// <summary>A list of paths or labels in ordinal order, or 「なし」.</summary>
    public static LocalizedText Names(IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } text ? Plain(text) : None;
}
