namespace KaigoDsl.Tooling.Equivalence;

/// <summary>What is known about two programs.</summary>
public enum EquivalenceVerdict
{
    /// <summary>Proved: the same data gives the same points, node by node, for every possible data.</summary>
    Equivalent,

    /// <summary>Refuted: they ask for other data, or a small nation was found that they score differently.</summary>
    Different,

    /// <summary>Neither proved nor refuted.</summary>
    Undecided,
}
