using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Shrinking;

/// <summary>Every case that is one step simpler, the boldest steps first.</summary>
internal static class Simplifications
{
    public static IEnumerable<(Spec Spec, DataTable Table)> Of(Spec spec, DataTable table)
    {
        if (spec.PrintSeed != 0)
        {
            yield return (spec with { PrintSeed = 0 }, table);
        }

        foreach (var rows in FewerRows(table.Count))
        {
            yield return (spec, table.WithRows(rows));
        }

        if (table.Members is { } members)
        {
            foreach (var rows in FewerRows(members.Count))
            {
                yield return (spec, table with { Members = members.WithRows(rows) });
            }
        }

        foreach (var simpler in SimplerSpecs(spec).Select(Repair).Where(IsWhole))
        {
            yield return (simpler, table);
        }

        foreach (var simpler in SimplerCells(new SpecIndex(spec), table))
        {
            yield return (spec, simpler);
        }
    }

    /// <summary>A framework cannot be emptied: when nothing is left of it, what it referred to may be gone all the same.</summary>
    private static bool IsWhole(Spec spec) => spec.Nodes.All(n => n.Group is null || spec.SharedGroups.Any(g => g.Label == n.Group));

    private static IEnumerable<List<int>> FewerRows(int count)
    {
        var all = Enumerable.Range(0, count).ToList();
        for (var size = count / 2; size >= 1; size /= 2)
        {
            for (var start = 0; start < count; start += size)
            {
                yield return [.. all.Where(r => r < start || r >= start + size)];
            }
        }
    }

    private static IEnumerable<Spec> SimplerSpecs(Spec spec)
    {
        foreach (var node in spec.Nodes.Where(n => n.Level != Level.Framework))
        {
            yield return spec.WithNode(node.Id, _ => null);
        }

        foreach (var node in spec.Nodes)
        {
            foreach (var simpler in SimplerNodes(node))
            {
                yield return spec.WithNode(node.Id, _ => simpler);
            }
        }

        var used = spec.Nodes.SelectMany(n => n.Expressions()).SelectMany(e => e.SelfAndParts()).ToList();
        var names = used.OfType<ColumnName>().Select(c => c.Label).Concat(used.OfType<ConstantName>().Select(c => c.Label)).ToHashSet(StringComparer.Ordinal);
        var slim = spec with
        {
            HasName = false,
            Attributes = spec.Attributes.RemoveAll(a => !names.Contains(a.Label)),
            Constants = spec.Constants.RemoveAll(c => !names.Contains(c.Label)),
        };
        if (slim.HasName != spec.HasName || slim.Attributes.Length + slim.Constants.Length < spec.Attributes.Length + spec.Constants.Length)
        {
            yield return slim;
        }
    }

    private static IEnumerable<Node> SimplerNodes(Node node)
    {
        if (node.Scoring == Scoring.Best)
        {
            yield return node with { Scoring = Scoring.Sum };
        }

        if (node.Cap is not null)
        {
            yield return node with { Cap = null };
        }

        if (node.Prerequisites.Length > 0)
        {
            yield return node with { Prerequisites = node.Prerequisites.RemoveAt(0) };
        }

        if (node.Points > 1)
        {
            yield return node with { Points = 1 };
        }

        if (node.Inputs.Length > 0)
        {
            yield return node with { Inputs = [] };
        }

        if (node.StatesPoints && node.Scoring is Scoring.Sum or Scoring.Best or Scoring.Reference)
        {
            yield return node with { StatesPoints = false };
        }

        if (node.Condition is { } condition)
        {
            yield return node with { Condition = null };
            foreach (var simpler in SimplerExpressions(condition))
            {
                yield return node with { Condition = simpler };
            }
        }

        if (node.Ranking is { } ranking)
        {
            foreach (var simpler in SimplerRules(ranking))
            {
                yield return node with { Ranking = simpler };
            }
        }
    }

    private static IEnumerable<RankingRule?> SimplerRules(RankingRule rule)
    {
        yield return null;
        if (rule.Population is { } population)
        {
            yield return rule with { Population = null };
            foreach (var simpler in SimplerExpressions(population))
            {
                yield return rule with { Population = simpler };
            }
        }

        if (!rule.TiesIncluded || rule.Rounding != CountRule.Down || rule.StatesDefaults)
        {
            yield return rule with { TiesIncluded = true, Rounding = CountRule.Down, StatesDefaults = false };
        }

        foreach (var simpler in SimplerExpressions(rule.Measure))
        {
            yield return rule with { Measure = simpler };
        }
    }

    /// <summary>A part in place of the whole, at any depth; what then has the wrong type does not compile.</summary>
    private static IEnumerable<Expr> SimplerExpressions(Expr expression)
    {
        foreach (var part in expression.Parts)
        {
            yield return part;
        }

        foreach (var part in expression.Parts)
        {
            foreach (var simpler in SimplerExpressions(part))
            {
                yield return Replace(expression, part, simpler);
            }
        }
    }

    private static Expr Replace(Expr whole, Expr part, Expr by) => whole switch
    {
        Negate => new Negate(by),
        Not => new Not(by),
        Binary e => ReferenceEquals(e.Left, part) ? e with { Left = by } : e with { Right = by },
        Choose e => ReferenceEquals(e.Condition, part) ? e with { Condition = by }
            : ReferenceEquals(e.WhenTrue, part) ? e with { WhenTrue = by }
            : e with { WhenFalse = by },
        Extreme e => e with { Arguments = [.. e.Arguments.Select(a => ReferenceEquals(a, part) ? by : a)] },
        _ => whole,
    };

    /// <summary>Takes away what pointed at something that is gone.</summary>
    private static Spec Repair(Spec spec)
    {
        // What is taken away may leave something else empty: a group without nodes, then the references to it.
        for (var count = -1; count != spec.Nodes.Count();)
        {
            var whole = spec;
            count = whole.Nodes.Count();
            var known = whole.Nodes.Select(n => n.Id).ToHashSet();
            spec = whole.MapNodes(n => n.Children.IsEmpty && n.Scoring is Scoring.Sum or Scoring.Best ? null
                : n.Scoring == Scoring.Best && n.Children.Length < 2 ? n with { Scoring = Scoring.Sum }
                : n.Scoring == Scoring.Total && !n.Terms.Any(known.Contains) ? null
                : n.Scoring == Scoring.Reference && !whole.SharedGroups.Any(g => g.Label == n.Group) ? null
                : n);
        }

        var ids = spec.Nodes.Select(n => n.Id).ToHashSet();
        var index = new SpecIndex(spec);
        return spec.MapNodes(n => n with
        {
            Condition = n.Condition?.Map(Known),
            Tier = n.Tier is not null && index.RankingAbove(index[n.Id]) is null ? null : n.Tier,
            Prerequisites = n.Prerequisites.RemoveAll(p => !ids.Contains(p)),
            Terms = n.Terms.RemoveAll(t => !ids.Contains(t)),
            Ranking = n.Ranking is { } ranking ? ranking with { Measure = ranking.Measure.Map(Known), Population = ranking.Population?.Map(Known) } : null,
        });

        Expr Known(Expr e) => e switch
        {
            ItemName item when !ids.Contains(item.Item) => new TruthLiteral(true),
            ScoreOf score when !ids.Contains(score.Node) || (score.Without is { } without && !ids.Contains(without)) => new Number("1", "点"),
            _ => e,
        };
    }

    private static IEnumerable<DataTable> SimplerCells(SpecIndex index, DataTable table)
    {
        var used = index.Spec.Nodes.Where(n => n.Scoring is Scoring.Item or Scoring.Input or Scoring.Unconfirmed).Select(index.Path)
            .Concat(index.Spec.Columns.Select(c => c.Label)).ToHashSet(StringComparer.Ordinal);
        var columns = table.Columns.Where(c => used.Contains(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, cells) in columns.Where(c => c.Value.Any(cell => !cell.IsBlank)))
        {
            yield return table with { Columns = table.Columns.SetItem(name, [.. cells.Select(_ => Cell.Blank)]) };
        }

        foreach (var (name, cells) in columns)
        {
            for (var row = 0; row < cells.Length; row++)
            {
                foreach (var simpler in SimplerCells(cells[row]))
                {
                    yield return table with { Columns = table.Columns.SetItem(name, cells.SetItem(row, simpler)) };
                }
            }
        }
    }

    private static IEnumerable<Cell> SimplerCells(Cell cell)
    {
        if (!cell.IsBlank)
        {
            yield return Cell.Blank;
        }

        if (cell.Quantity is { } quantity && quantity != 0 && quantity != 1)
        {
            yield return new Cell("0") { Quantity = 0 };
            yield return new Cell("1") { Quantity = 1 };
        }
    }
}
