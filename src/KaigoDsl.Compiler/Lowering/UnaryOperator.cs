namespace KaigoDsl.Compiler.Lowering;

/// <summary>Prefix operators.</summary>
public enum UnaryOperator
{
    /// <summary>− x.</summary>
    Negate,

    /// <summary>否 x; unknown stays unknown.</summary>
    Not,
}
