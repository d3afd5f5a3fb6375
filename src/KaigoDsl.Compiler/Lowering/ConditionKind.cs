namespace KaigoDsl.Compiler.Lowering;

/// <summary>What decides whether an item is met.</summary>
public enum ConditionKind
{
    /// <summary>The reported answer.</summary>
    Answer,

    /// <summary>A tier of the enclosing 順位.</summary>
    Tier,

    /// <summary>A boolean expression.</summary>
    Expression,
}
