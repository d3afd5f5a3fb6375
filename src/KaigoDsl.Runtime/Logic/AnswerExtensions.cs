namespace KaigoDsl.Runtime;

/// <summary>What answers mean in conditions.</summary>
public static class AnswerExtensions
{
    /// <summary>該当 is true, 非該当 and 未実施 are false, 未報告 is unknown.</summary>
    public static Truth ToTruth(this Answer answer) => answer switch
    {
        Answer.Met => Truth.True,
        Answer.NotMet or Answer.NotImplemented => Truth.False,
        _ => Truth.Unknown,
    };

    /// <summary>該当, 非該当, 未実施 or 未報告.</summary>
    public static string ToJapanese(this Answer answer) => answer switch
    {
        Answer.Met => "該当",
        Answer.NotMet => "非該当",
        Answer.NotImplemented => "未実施",
        _ => "未報告",
    };

    /// <summary>met, not-met, not-implemented or not-reported.</summary>
    public static string ToEnglish(this Answer answer) => answer switch
    {
        Answer.Met => "met",
        Answer.NotMet => "not-met",
        Answer.NotImplemented => "not-implemented",
        _ => "not-reported",
    };
}
