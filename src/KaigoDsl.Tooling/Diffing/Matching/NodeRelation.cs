namespace KaigoDsl.Tooling.Diffing;

/// <summary>How many old nodes stand against how many new ones.</summary>
public enum NodeRelation
{
    /// <summary>One continues as one.</summary>
    Continued,

    /// <summary>Several became one (統合).</summary>
    Merged,

    /// <summary>One became several (分割).</summary>
    Split,

    /// <summary>Several became several.</summary>
    Regrouped,
}
