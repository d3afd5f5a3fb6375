using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>What <c>--by</c> asks for: the whole score by group of entities, or its distribution.</summary>
/// <param name="Name">What the groups are, for the heading; empty for the distribution.</param>
/// <param name="Groups">The groups; the nation as one for the distribution.</param>
/// <param name="Statistics">The figures they come from.</param>
/// <param name="Table">The entities.</param>
internal sealed record GroupedScores(string Name, ImmutableArray<GroupStatistics> Groups, FrameworkStatistics Statistics, EntityTable Table)
{
    public const string Distribution = "分布";

    public bool IsDistribution => Name.Length == 0;

    /// <summary>An entity's name, with what it belongs to unless that is what the groups are.</summary>
    public string NameOf(int row)
    {
        var name = Table.Name(row).Length == 0 ? Table.Key(row) : Table.Name(row);
        var owner = EntityFinder.Owner(Table, row);
        return owner.Length == 0 || string.Equals(owner, Groups.FirstOrDefault(group => group.Rows.Contains(row))?.Group, StringComparison.Ordinal)
            ? name
            : $"{name}（{owner}）";
    }

    public static bool TryCreate(
        ScoredFramework scored, string by, Texts texts, [NotNullWhen(true)] out GroupedScores? grouped, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var statistics = FrameworkStatistics.Create(scored.Evaluation);
        var attributes = scored.Plan.Columns.Where(RowGroups.CanGroupBy).ToArray();
        var wanted = CharacterFolding.Fold(by.Trim());
        var name = wanted.ToUpperInvariant() switch
        {
            "SIZE" => ScoreGroups.Size,
            "DISTRIBUTION" => Distribution,
            "PREFECTURE" when !statistics.ReferenceColumns.IsEmpty => scored.Plan.Columns[statistics.ReferenceColumns[0]].Name,
            _ => wanted,
        };
        (grouped, failure) = (null, null);
        if (Array.Find(attributes, column => string.Equals(column.Name, name, StringComparison.Ordinal)) is { } attribute)
        {
            grouped = new GroupedScores(attribute.Name, statistics.ByGroup(attribute.Index), statistics, scored.Table);
            return true;
        }

        switch (name)
        {
            case Distribution:
                ImmutableArray<int> everybody = [.. Enumerable.Range(0, scored.Table.Count)];
                grouped = new GroupedScores(string.Empty, [new GroupStatistics(null, everybody, statistics.Nodes)], statistics, scored.Table);
                return true;
            case ScoreGroups.Size when SizeClasses.FindColumn(scored.Plan) >= 0:
                grouped = new GroupedScores(ScoreGroups.Size, statistics.BySize(), statistics, scored.Table);
                return true;
            case ScoreGroups.Size:
                failure = CommandFailure.Usage(texts.NoSizeColumn(SizeClasses.ColumnName));
                return false;
            default:
                string[] choices = [.. attributes.Select(static column => column.Name), ScoreGroups.Size, Distribution];
                failure = CommandFailure.Usage(texts.NoSuchGroup(by, string.Join(texts.Separator, choices), NearestName.Find(wanted, choices)));
                return false;
        }
    }
}
