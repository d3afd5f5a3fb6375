using System.Collections.Immutable;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>The groups that are published: the whole nation, what each entity belongs to (都道府県), and the size classes where there are any.</summary>
internal sealed class ScoreGroups
{
    public const string Nation = "全国";

    public const string Size = "規模";

    private const int NamedAtMost = 5;

    private ScoreGroups(Evaluation evaluation)
    {
        Evaluation = evaluation;
        Statistics = FrameworkStatistics.Create(evaluation);
        var kinds = ImmutableArray.CreateBuilder<ScoreGroupKind>();
        kinds.Add(new ScoreGroupKind(Nation, [new GroupStatistics(Nation, [.. Enumerable.Range(0, evaluation.Table.Count)], Statistics.Nodes)]));
        foreach (var column in Statistics.ReferenceColumns)
        {
            kinds.Add(new ScoreGroupKind(evaluation.Plan.Columns[column].Name, Statistics.ByGroup(column)));
        }

        if (Statistics.BySize() is { IsEmpty: false } classes)
        {
            kinds.Add(new ScoreGroupKind(Size, classes));
        }

        Kinds = kinds.ToImmutable();
    }

    public Evaluation Evaluation { get; }

    public FrameworkStatistics Statistics { get; }

    /// <summary>The nation first.</summary>
    public ImmutableArray<ScoreGroupKind> Kinds { get; }

    public static ScoreGroups Create(Evaluation evaluation) => new(evaluation);

    /// <summary>How a group without a name is called in data.</summary>
    public static string LabelOf(string? group) => group ?? "（空欄）";

    /// <summary>The best entities of a group by name, ties included; blank when they are too many to be named.</summary>
    public string TopNames(int node, ImmutableArray<int> rows, int topCount)
    {
        var table = Evaluation.Table;
        return topCount > NamedAtMost
            ? string.Empty
            : string.Join('・', Statistics.Top(node, rows).Select(row => (table.Name(row), EntityFinder.Owner(table, row)) switch
            {
                ("", _) => table.Key(row),
                (var name, "") => name,
                var (name, owner) => $"{name}（{owner}）",
            }));
    }
}

/// <summary>Groups of one kind.</summary>
/// <param name="Name">全国, 都道府県 or 規模.</param>
/// <param name="Groups">The groups.</param>
internal sealed record ScoreGroupKind(string Name, ImmutableArray<GroupStatistics> Groups);
