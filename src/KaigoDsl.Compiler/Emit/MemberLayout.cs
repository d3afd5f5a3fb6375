using System.Collections.Immutable;

namespace KaigoDsl.Compiler.Emit;

/// <summary>The decided names for the members' side of an aggregate: types as their own code declares them, parameters of the scoring methods.</summary>
internal sealed class MemberLayout
{
    private MemberLayout(MemberFramework member, string stem)
    {
        Index = member.Index;
        Table = TableLayout.Create(member.Plan);
        Scoring = ScoringLayout.Create(member.Plan);
        TableParameter = stem + "Table";
        ScoresParameter = stem + "Scores";
        GroupsLocal = stem + "Groups";
    }

    /// <summary>The framework's index in the program.</summary>
    public int Index { get; }

    public TableLayout Table { get; }

    public ScoringLayout Scoring { get; }

    public string ScoresType => Table.Plan.EntityIdentifier + "Scores";

    public string TableParameter { get; }

    public string ScoresParameter { get; }

    private string GroupsLocal { get; }

    public static ImmutableArray<MemberLayout> Create(EmissionUnit unit) => unit.Members
        .Select(member => new MemberLayout(member, char.ToLowerInvariant(member.Plan.EntityIdentifier[0]) + member.Plan.EntityIdentifier.Substring(1)))
        .ToImmutableArray();

    /// <summary>The local that holds which members belong to whom, by the reference column they are matched by.</summary>
    public string Groups(int linkColumn) => GroupsLocal + CSharpText.Number(linkColumn);
}
