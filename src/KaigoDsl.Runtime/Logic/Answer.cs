namespace KaigoDsl.Runtime;

/// <summary>The answer to an item. Only 該当 scores; explanations keep the others apart. <c>default</c> is 未報告.</summary>
public enum Answer : byte
{
    /// <summary>未報告: nothing was reported.</summary>
    NotReported = 0,

    /// <summary>該当.</summary>
    Met = 1,

    /// <summary>非該当: carried out, but not as the item asks.</summary>
    NotMet = 2,

    /// <summary>未実施: not carried out at all.</summary>
    NotImplemented = 3,
}
