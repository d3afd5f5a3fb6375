using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Nodes of the old framework and what became of them.</summary>
/// <param name="Old">Indexes of the old nodes, ascending; at least one.</param>
/// <param name="New">Indexes of the new nodes, ascending; at least one.</param>
/// <param name="Way">Why they are taken for one another.</param>
/// <param name="Certainty">How sure that is, from 0 to 100; 100 where the specification says so or place and title agree.</param>
public sealed record NodeMatch(EquatableArray<int> Old, EquatableArray<int> New, MatchWay Way, int Certainty)
{
    /// <summary>One to one, merged, split or regrouped.</summary>
    public NodeRelation Relation => (Old.Count, New.Count) switch
    {
        (1, 1) => NodeRelation.Continued,
        (_, 1) => NodeRelation.Merged,
        (1, _) => NodeRelation.Split,
        _ => NodeRelation.Regrouped,
    };
}
