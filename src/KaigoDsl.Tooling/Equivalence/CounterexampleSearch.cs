using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>
/// Looks for a small nation that two frameworks score differently: one to five rows, cells on and beside the thresholds of what could not be proved, always in
/// the same order. What it finds is made as small as it can be.
/// </summary>
internal sealed class CounterexampleSearch
{
    private const int Attempts = 600;
    private const int MostColumns = 14;
    private const int MostGroups = 40;

    private static readonly int[] s_sizes = [1, 2, 3, 5, 4];

    private static readonly string[] s_answers = ["該当", "非該当", "未実施", ""];

    private readonly FrameworkPlan _old;
    private readonly FrameworkPlan _new;
    private readonly string _key;
    private ulong _state = 0x9E3779B97F4A7C15;

    public CounterexampleSearch(FrameworkPlan old, FrameworkPlan current)
    {
        (_old, _new) = (old, current);
        _key = current.Columns.First(static column => column.Kind == ColumnKind.Key).Name;
    }

    /// <summary>A nation in which the scores differ; <see langword="null"/> when none was found.</summary>
    /// <param name="suspects">The new nodes that could not be proved.</param>
    public Counterexample? Find(IReadOnlyList<NodePlan> suspects)
    {
        // Of frameworks that aggregate others the members would have to be made up as well.
        if (_old.AggregatedFrameworks().Any() || _new.AggregatedFrameworks().Any())
        {
            return null;
        }

        var groups = suspects.Select(Columns).ToList();
        groups.Add([.. groups.SelectMany(static group => group).Distinct(StringComparer.Ordinal)]);
        foreach (var group in groups.Take(MostGroups))
        {
            var columns = group.Select(name => _new.Columns.First(column => column.Name == name)).ToArray();
            var cells = columns.Select(Cells).ToArray();
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var nation = Create(columns, cells, s_sizes[attempt % s_sizes.Length]);
                if (nation.FindDifference() is not null)
                {
                    return Describe(Shrink(nation));
                }
            }
        }

        return null;
    }

    /// <summary>What the suspect and its kin read: the columns of its expressions and rankings, and the answers of the items below and named.</summary>
    private string[] Columns(NodePlan suspect)
    {
        var names = new List<string>();
        foreach (var (plan, node) in new[] { (_new, suspect), (_old, _old.Nodes.First(n => n.Path == suspect.Path)) })
        {
            var open = new Queue<int>([node.Index]);
            var seen = new HashSet<int>();
            while (open.TryDequeue(out var index) && names.Count < MostColumns)
            {
                if (!seen.Add(index))
                {
                    continue;
                }

                var current = plan.Nodes[index];
                foreach (var next in current.Children.Concat(current.Terms).Concat(current.Reference >= 0 ? [current.Reference] : []))
                {
                    open.Enqueue(next);
                }

                if (current.PointsColumn >= 0)
                {
                    Add(plan, current.PointsColumn);
                }

                AddItem(plan, current, open);
                if (current.Ranking >= 0)
                {
                    AddRanking(plan, plan.Rankings[current.Ranking], open);
                }
            }
        }

        return [.. names];

        void Add(FrameworkPlan plan, int column)
        {
            if (!names.Contains(plan.Columns[column].Name, StringComparer.Ordinal))
            {
                names.Add(plan.Columns[column].Name);
            }
        }

        void AddItem(FrameworkPlan plan, NodePlan node, Queue<int> open)
        {
            if (node.Item < 0)
            {
                return;
            }

            var item = plan.Items[node.Item];
            if (item.Condition == ConditionKind.Answer)
            {
                Add(plan, item.AnswerColumn);
            }

            foreach (var prerequisite in item.Prerequisites)
            {
                open.Enqueue(plan.Items[prerequisite].Node);
            }

            if (item.Expression is { } expression)
            {
                AddExpression(plan, expression, open);
            }

            if (item.Ranking >= 0)
            {
                AddRanking(plan, plan.Rankings[item.Ranking], open);
            }
        }

        void AddRanking(FrameworkPlan plan, RankingPlan ranking, Queue<int> open)
        {
            AddExpression(plan, ranking.Value, open);
            if (ranking.Population is { } population)
            {
                AddExpression(plan, population, open);
            }
        }

        void AddExpression(FrameworkPlan plan, ExpressionPlan expression, Queue<int> open)
        {
            foreach (var part in expression.SelfAndParts())
            {
                switch (part)
                {
                    case ColumnExpression column:
                        Add(plan, column.Column);
                        break;
                    case ItemExpression item:
                        open.Enqueue(plan.Items[item.Item].Node);
                        break;
                    case ScoreExpression score:
                        var shadow = score.Slot - plan.Nodes.Length;
                        open.Enqueue(shadow < 0 ? score.Slot : plan.Shadows[shadow].Node);
                        break;
                }
            }
        }
    }

    /// <summary>Cells worth trying: small numbers, every number of the frameworks and its neighbours, every text of them, and nothing.</summary>
    private ImmutableArray<string> Cells(ColumnPlan column)
    {
        var parts = _old.Expressions().Concat(_new.Expressions()).SelectMany(static e => e.SelfAndParts()).ToArray();
        switch (column.Type)
        {
            case ColumnType.Answer:
                return [.. s_answers];
            case ColumnType.Truth:
                return ["真", "偽", ""];
            case ColumnType.Enumeration:
                return [.. column.Members, ""];
            case ColumnType.Text:
                return [.. parts.OfType<TextExpression>().Select(static t => t.Value).Append("甲").Append("乙").Append(string.Empty).Distinct(StringComparer.Ordinal)];
            case ColumnType.Year:
                return ["2024年度", "2025年度", "2026年度", ""];
            case ColumnType.Date:
                return ["2024-03-31", "2024-04-01", "2025-04-01", ""];
        }

        if (column.Kind == ColumnKind.Points)
        {
            return ["0", "1", $"{_new.Nodes[column.Node].FullMark ?? 1}", ""];
        }

        var constants = _old.Constants.Concat(_new.Constants).Select(static c => c.Value);
        var numbers = parts.OfType<NumberExpression>().Select(static n => n.Value).Concat(constants).Distinct().Order().Take(12)
            .Select(number => number / column.UnitFactor)
            .SelectMany(static n => new[] { n, n + ExactNumber.One, n - ExactNumber.One });
        int[] small = [0, 1, 2, 3, 5, 10];
        return [.. small.Select(static n => new ExactNumber(n)).Concat(numbers).Distinct().Select(static n => n.ToString()).Append(string.Empty)];
    }

    private SmallNation Create(ColumnPlan[] columns, ImmutableArray<string>[] cells, int size)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, string>>();
        for (var row = 0; row < size; row++)
        {
            var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            values[_key] = $"団体{row + 1}";
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].Kind != ColumnKind.Key && cells[i][(int)(Next() % (ulong)cells[i].Length)] is { Length: > 0 } cell)
                {
                    values[columns[i].Name] = cell;
                }
            }

            rows.Add(values.ToImmutable());
        }

        return new SmallNation(_old, _new, rows.ToImmutable());
    }

    /// <summary>Leaves out rows and cells and makes numbers simpler, as long as a difference remains.</summary>
    private SmallNation Shrink(SmallNation nation)
    {
        var smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (var candidate in Simpler(nation))
            {
                if (candidate.FindDifference() is not null)
                {
                    (nation, smaller) = (candidate, true);
                    break;
                }
            }
        }

        return nation;
    }

    private IEnumerable<SmallNation> Simpler(SmallNation nation)
    {
        for (var row = 0; row < nation.Rows.Length && nation.Rows.Length > 1; row++)
        {
            yield return nation.With(nation.Rows.RemoveAt(row));
        }

        for (var row = 0; row < nation.Rows.Length; row++)
        {
            foreach (var (column, cell) in nation.Rows[row].Where(cell => cell.Key != _key))
            {
                yield return nation.With(nation.Rows.SetItem(row, nation.Rows[row].Remove(column)));
                foreach (var simple in new[] { "0", "1" }.TakeWhile(simple => simple != cell))
                {
                    if (_new.Columns.First(c => c.Name == column).Type == ColumnType.Quantity)
                    {
                        yield return nation.With(nation.Rows.SetItem(row, nation.Rows[row].SetItem(column, simple)));
                    }
                }
            }
        }
    }

    private Counterexample? Describe(SmallNation nation) => nation.FindDifference() is var (row, node, old, current)
        ? new Counterexample(
            _new.Name, [.. nation.Rows.Select(static cells => cells.Select(static cell => (cell.Key, cell.Value)).ToImmutableArray())], row, node, old, current)
        : null;

    /// <summary>xorshift64*: the same sequence everywhere.</summary>
    private ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return unchecked(_state * 0x2545F4914F6CDD1D) >> 11;
    }
}
