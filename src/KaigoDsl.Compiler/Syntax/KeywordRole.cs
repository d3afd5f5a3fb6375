namespace KaigoDsl.Compiler.Syntax;

/// <summary>Where a keyword may stand; recovery and name lookup go by it.</summary>
public enum KeywordRole
{
    /// <summary>Begins a top-level declaration.</summary>
    Declaration,

    /// <summary>Begins a node of a framework (指標群 also begins a shared group at top level).</summary>
    Node,

    /// <summary>Begins another member of a body.</summary>
    Member,

    /// <summary>Part of a header, a type, an option or an answer.</summary>
    Part,

    /// <summary>An operator of the expression language.</summary>
    Operator,

    /// <summary>May begin a name in an expression: 得点, 管内, 平均, ….</summary>
    Name,
}
