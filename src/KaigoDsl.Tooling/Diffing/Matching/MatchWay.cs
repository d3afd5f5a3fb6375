namespace KaigoDsl.Tooling.Diffing;

/// <summary>Why two nodes are taken for one another, the strongest reason first.</summary>
public enum MatchWay
{
    /// <summary>旧, 統合 or 分割 says so.</summary>
    Lineage,

    /// <summary>The same place: the root, or the same label below matched nodes.</summary>
    Path,

    /// <summary>Another place, but the same title, which no other node of the level has.</summary>
    Title,

    /// <summary>Alike in title, inputs and points.</summary>
    Likeness,
}
