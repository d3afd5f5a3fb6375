using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>
/// 公表値 and 試験 of one framework in two revisions. They are no part of the meaning; another year's are other figures and not compared.
/// </summary>
internal static class PublishedComparer
{
    public static IEnumerable<SpecChange> Compare(ProgramPlan oldProgram, ProgramPlan newProgram, ImmutableArray<FrameworkPair> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Relation != PairRelation.SameYear)
            {
                continue;
            }

            foreach (var change in Figures(oldProgram, newProgram, pairs[i], i).Concat(Tests(oldProgram, newProgram, pairs, i)))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<SpecChange> Figures(ProgramPlan oldProgram, ProgramPlan newProgram, FrameworkPair pair, int index)
    {
        var before = Collect(oldProgram, pair.OldIndex, pair.Old, pair.NewOf);
        var after = Collect(newProgram, pair.NewIndex, pair.New, static node => node);
        foreach (var (key, figure) in after)
        {
            var old = before.GetValueOrDefault(key);
            if (old is null || old.Value != figure.Value || old.Precision != figure.Precision)
            {
                yield return Change(figure, old, figure);
            }
        }

        foreach (var (_, figure) in before.Where(entry => !after.ContainsKey(entry.Key)))
        {
            yield return Change(figure, figure, null);
        }

        SpecChange Change(Figure shown, Figure? old, Figure? current) => new()
        {
            Kind = ChangeKinds.FigureChanged,
            Pair = index,
            Subject = DiffTexts.Plain(shown.Name),
            OldNode = old?.Node ?? -1,
            NewNode = current?.Node ?? -1,
            OldValue = old?.Text,
            NewValue = current?.Text,
            OldLocation = old?.Location ?? PlanLocation.None,
            NewLocation = current?.Location ?? PlanLocation.None,
        };
    }

    /// <summary>The figures of a framework; of several for one thing the last, as a key must be one.</summary>
    private static SortedDictionary<string, Figure> Collect(ProgramPlan program, int framework, FrameworkPlan plan, Func<int, int> node)
    {
        var figures = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var block in program.Published.Where(block => block.Framework == framework))
        {
            foreach (var value in block.Values)
            {
                var name = $"{plan.Nodes[value.Node].Path}.{DiffTexts.Statistic(value.Statistic).Japanese}".TrimStart('.');
                var place = node(value.Node);
                figures[$"{block.Subject}\n{block.Edition}\n{(place < 0 ? name : place)}\n{value.Statistic}"] =
                    new Figure(block, name, value.Node, value.Value, value.Precision, value.Location);
            }

            foreach (var value in block.Amounts)
            {
                var name = NameOf(program.Allocations[value.Allocation], value);
                figures[$"{block.Subject}\n{block.Edition}\n{name}"] = new Figure(block, name, -1, value.Value, value.Precision, value.Location);
            }
        }

        return figures;
    }

    private static IEnumerable<SpecChange> Tests(ProgramPlan oldProgram, ProgramPlan newProgram, ImmutableArray<FrameworkPair> pairs, int index)
    {
        var pair = pairs[index];
        var before = oldProgram.Tests.Where(test => test.Framework == pair.OldIndex).ToList();
        foreach (var current in newProgram.Tests.Where(test => test.Framework == pair.NewIndex))
        {
            var old = before.Find(test => string.Equals(test.Title, current.Title, StringComparison.Ordinal));
            if (old is not null)
            {
                before.Remove(old);
                if (Same(old, current))
                {
                    continue;
                }
            }

            yield return Change(old, current);
        }

        foreach (var old in before)
        {
            yield return Change(old, null);
        }

        bool Same(TestPlan a, TestPlan b) =>
            Cells(a, pair.NewColumnOf).SequenceEqual(Cells(b, static column => column))
            && a.Expectations.Count == b.Expectations.Count
            && a.Expectations.Zip(b.Expectations).All(both => Correspondence(a, b).Same(both.First.Condition, both.Second.Condition));

        // An expectation may speak of the formulas and decisions that stand on the framework.
        ExpressionCorrespondence Correspondence(TestPlan a, TestPlan b) => new(
            pair, pairs, pair, a.Rules < 0 ? null : oldProgram.Rules[a.Rules], b.Rules < 0 ? null : newProgram.Rules[b.Rules]);

        SpecChange Change(TestPlan? old, TestPlan? current) => new()
        {
            Kind = ChangeKinds.TestChanged,
            Pair = index,
            Subject = DiffTexts.Quoted((current ?? old)?.Title ?? string.Empty),
            OldValue = old is null ? null : Describe(old),
            NewValue = current is null ? null : Describe(current),
            OldLocation = old?.Location ?? PlanLocation.None,
            NewLocation = current?.Location ?? PlanLocation.None,
        };
    }

    /// <summary>The cells of the test's one row by column; later ones win.</summary>
    private static SortedDictionary<int, string> Cells(TestPlan test, Func<int, int> column)
    {
        var cells = new SortedDictionary<int, string>();
        foreach (var given in test.Givens)
        {
            cells[column(given.Column)] = given.Cell;
        }

        return cells;
    }

    private static LocalizedText Describe(TestPlan test) => new(
        $"与える {test.Givens.Count}、期待 {string.Join("、", test.Expectations.Select(static e => e.Text))}",
        $"{test.Givens.Count} given, expecting {string.Join("; ", test.Expectations.Select(static e => e.Text))}");

    private static string NameOf(AllocationPlan plan, PublishedAmount value)
    {
        var pool = value.Pool < 0 ? null : plan.Pools[value.Pool];
        var labels = new[] { "配分", plan.Label, pool?.Label, value.Class < 0 ? null : pool?.Classes?.Classes[value.Class].Label, DiffTexts.AmountFigure(value.Kind) };
        return string.Join(".", labels.OfType<string>());
    }

    private sealed record Figure(PublishedPlan Block, string Name, int Node, ExactNumber Value, ExactNumber Precision, PlanLocation Location)
    {
        public LocalizedText Text
        {
            get
            {
                var figure = DiffTexts.Number(Value);
                var about = string.Join(" ", new[] { Block.Edition, Block.Subject }.OfType<string>());
                return DiffTexts.Plain(about.Length == 0 ? figure : $"{figure} ({about})");
            }
        }
    }
}
