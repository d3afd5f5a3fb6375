using System.Collections.Immutable;

namespace KaigoDsl.Differential.Tests.Model;

internal enum Level
{
    Framework,
    Grant,
    Area,
    Goal,
    Group,
    Indicator,
    Series,
    Item,
    Total,
}

/// <summary>How a node gets its points.</summary>
internal enum Scoring
{
    Item,
    Sum,
    Best,
    Reference,
    Input,
    Unconfirmed,
    Total,
}

internal enum ColumnSort
{
    Quantity,
    Truth,
    Text,
    Year,
    Date,
    Enumeration,
    Reference,
}

internal enum CountRule
{
    Down,
    Up,
    Nearest,
}

/// <summary>An attribute or an input.</summary>
/// <param name="Label">Its label, unique in the spec.</param>
/// <param name="Sort">Its type.</param>
/// <param name="Unit">For a quantity one of <see cref="Units"/>.</param>
internal sealed record Column(string Label, ColumnSort Sort, string Unit);

/// <summary>A 定数: its value and how it is written.</summary>
internal sealed record Constant(string Label, Expr Value, string Dimension);

/// <summary>A 順位.</summary>
internal sealed record RankingRule(
    Expr Measure, bool IsHighestFirst, Expr? Population, bool TiesIncluded, CountRule Rounding, bool StatesDefaults);

/// <summary>上位 or 下位 with its share.</summary>
internal sealed record Tier(bool IsTop, Number Share);

/// <summary>A row of the Ministry's table.</summary>
internal sealed record Node
{
    public required int Id { get; init; }

    public required Level Level { get; init; }

    public required string Label { get; init; }

    public Scoring Scoring { get; init; } = Scoring.Sum;

    /// <summary>The points of an item, or the full mark of a 得点入力.</summary>
    public int Points { get; init; }

    /// <summary>For a node with a 配点未確認 below it: what its 配点 has beyond the known parts.</summary>
    public int Hidden { get; init; }

    public int? Cap { get; init; }

    public bool StatesPoints { get; init; }

    public ImmutableArray<Node> Children { get; init; } = [];

    /// <summary>For a reference: the label of the shared group.</summary>
    public string? Group { get; init; }

    public ImmutableArray<Column> Inputs { get; init; } = [];

    public RankingRule? Ranking { get; init; }

    public Tier? Tier { get; init; }

    public Expr? Condition { get; init; }

    /// <summary>前提, by id.</summary>
    public ImmutableArray<int> Prerequisites { get; init; } = [];

    /// <summary>For a 集計: what it adds up, by id.</summary>
    public ImmutableArray<int> Terms { get; init; } = [];

    public bool IsItem => Level == Level.Item;

    public IEnumerable<Node> SelfAndBelow() => Children.SelectMany(c => c.SelfAndBelow()).Prepend(this);

    /// <summary>The expressions written at this node.</summary>
    public IEnumerable<Expr> Expressions()
    {
        if (Condition is not null)
        {
            yield return Condition;
        }

        if (Ranking is { } ranking)
        {
            yield return ranking.Measure;
            if (ranking.Population is not null)
            {
                yield return ranking.Population;
            }
        }
    }
}

/// <summary>A framework, perhaps with one it aggregates, as the tests see it: nothing here comes from the product.</summary>
internal sealed record Spec
{
    public required string Entity { get; init; }

    public required bool HasName { get; init; }

    public required ImmutableArray<Column> Attributes { get; init; }

    public required ImmutableArray<Constant> Constants { get; init; }

    public required Node Framework { get; init; }

    /// <summary>Shared groups at top level; a later one may refer to an earlier one.</summary>
    public required ImmutableArray<Node> SharedGroups { get; init; }

    /// <summary>集計, outside the tree.</summary>
    public ImmutableArray<Node> Totals { get; init; } = [];

    /// <summary>The framework whose entities belong to this one's, in a file of its own.</summary>
    public Spec? Members { get; init; }

    /// <summary>Whether another spec has this one as its members; then the entity it refers to is declared there.</summary>
    public bool HasOwner { get; init; }

    /// <summary>Decides spelling and layout; 0 prints plain Japanese.</summary>
    public required int PrintSeed { get; init; }

    public IEnumerable<Node> Nodes => SharedGroups.Prepend(Framework).Concat(Totals).SelectMany(n => n.SelfAndBelow());

    /// <summary>The attribute by which members name their owner: the first that refers to it.</summary>
    public Column Link => Attributes.First(a => a.Sort == ColumnSort.Reference);

    public IEnumerable<Column> Columns => Attributes.Concat(Nodes.SelectMany(n => n.Inputs));
}
