using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Engine;

/// <summary>The reasons in words.</summary>
public static class ReasonTexts
{
    /// <summary>The short name: 非該当, 圏外.</summary>
    public static LocalizedText Name(ReasonCode reason) => reason switch
    {
        ReasonCode.Met => new("該当", "met"),
        ReasonCode.NotMet => new("非該当", "not met"),
        ReasonCode.NotImplemented => new("未実施", "not implemented"),
        ReasonCode.NotReported => new("未報告", "not reported"),
        ReasonCode.MissingValue => new("欠測", "value missing"),
        ReasonCode.OutsidePopulation => new("母集団外", "outside the population"),
        ReasonCode.OutsideTier => new("圏外", "outside the tier"),
        ReasonCode.ConditionFalse => new("条件不成立", "condition false"),
        ReasonCode.PrerequisiteNotMet => new("前提未達", "prerequisite not met"),
        ReasonCode.OtherSeriesBooked => new("他系列を採用", "another series counts"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>One sentence.</summary>
    public static LocalizedText Sentence(ReasonCode reason) => reason switch
    {
        ReasonCode.Met => new("条件を満たしています。", "The condition holds."),
        ReasonCode.NotMet => new("非該当と回答されています。", "It was answered: not met."),
        ReasonCode.NotImplemented => new("未実施と回答されています。", "It was answered: not implemented."),
        ReasonCode.NotReported => new("回答がありません。", "There is no answer."),
        ReasonCode.MissingValue => new("判定に必要な値が欠測です。", "A value that the condition needs is missing."),
        ReasonCode.OutsidePopulation => new("順位の母集団に含まれません。", "It is not in the population that is ranked."),
        ReasonCode.OutsideTier => new("順位が基準に届きません。", "Its standing does not reach the tier."),
        ReasonCode.ConditionFalse => new("条件が成り立ちません。", "The condition does not hold."),
        ReasonCode.PrerequisiteNotMet => new("条件は満たしますが、前提の項目を満たしません。", "The condition holds, but a prerequisite does not."),
        ReasonCode.OtherSeriesBooked => new("該当しますが、得点の高い他の系列を採用しました。", "It is met, but another, better series counts."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What is said beside a computed item that a reported answer decided.</summary>
    public static LocalizedText Overridden { get; } =
        new("計算ではなく、データの回答によります（未報告の場合は計算します）。", "Decided by the reported answer, not computed (未報告 would be computed).");
}
