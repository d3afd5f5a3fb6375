namespace KaigoDsl.Compiler.Lowering;

/// <summary>How a node descends from earlier ones.</summary>
public enum LineageKind
{
    /// <summary>旧: continues one earlier node.</summary>
    Successor,

    /// <summary>新設: has no ancestor.</summary>
    New,

    /// <summary>統合: joins several earlier nodes.</summary>
    Merged,

    /// <summary>分割: one of several parts of an earlier node.</summary>
    Split,
}
