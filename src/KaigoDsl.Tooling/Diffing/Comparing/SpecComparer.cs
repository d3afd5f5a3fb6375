using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Pairs the frameworks of two programs and has every comparer look at each pair.</summary>
internal sealed class SpecComparer(ProgramPlan oldProgram, ProgramPlan newProgram, DiffOptions options)
{
    /// <summary>What is compared of two frameworks; a new part of the language gets its comparer here.</summary>
    private static readonly Action<PairComparison>[] s_comparers =
    [
        TreeComparer.Compare,
        ScoringComparer.Compare,
        RankingComparer.Compare,
        DataComparer.Compare,
        NotesComparer.Compare,
    ];

    public SpecDiff Compare()
    {
        var pairs = Pair();
        var changes = new List<SpecChange>();
        AddUnpaired(pairs, changes);
        for (var i = 0; i < pairs.Length; i++)
        {
            var comparison = new PairComparison(i, pairs, oldProgram, newProgram);
            foreach (var compare in s_comparers)
            {
                compare(comparison);
            }

            changes.AddRange(comparison.ToOrdered());
        }

        changes.AddRange(RulesComparer.Compare(
            oldProgram, newProgram, pairs, entity => options.Entity is null || string.Equals(options.Entity, entity, StringComparison.Ordinal)));
        if (options.Published)
        {
            changes.AddRange(PublishedComparer.Compare(oldProgram, newProgram, pairs));
        }

        return new SpecDiff(oldProgram, newProgram, pairs, Distinct(changes));
    }

    /// <summary>What several frameworks share (attributes, constants, shared groups) is said once.</summary>
    private static ImmutableArray<SpecChange> Distinct(List<SpecChange> changes)
    {
        var seen = new HashSet<(string, LocalizedText, LocalizedText?, LocalizedText?, PlanLocation, PlanLocation)>();
        return
        [
            .. changes.Where(change => (change.OldLocation == PlanLocation.None && change.NewLocation == PlanLocation.None)
                || seen.Add((change.Kind.Code, change.Subject, change.OldValue, change.NewValue, change.OldLocation, change.NewLocation))),
        ];
    }

    private bool IsTaken(FrameworkPlan plan) => options.Entity is null || string.Equals(plan.Entity, options.Entity, StringComparison.Ordinal);

    private ImmutableArray<FrameworkPair> Pair()
    {
        var pairs = ImmutableArray.CreateBuilder<FrameworkPair>();
        for (var i = 0; i < newProgram.Frameworks.Length; i++)
        {
            var current = newProgram.Frameworks[i];
            if (!IsTaken(current))
            {
                continue;
            }

            var old = Partner(current);
            if (old >= 0)
            {
                pairs.Add(Create(old, i));
            }
        }

        return pairs.ToImmutable();
    }

    /// <summary>The old framework of the same entity and year, otherwise of the latest earlier year; -1 when there is none.</summary>
    private int Partner(FrameworkPlan current)
    {
        var best = -1;
        for (var i = 0; i < oldProgram.Frameworks.Length; i++)
        {
            var old = oldProgram.Frameworks[i];
            if (string.Equals(old.Entity, current.Entity, StringComparison.Ordinal)
                && (old.FiscalYear == current.FiscalYear || (options.AcrossYears && old.FiscalYear < current.FiscalYear))
                && (best < 0 || oldProgram.Frameworks[best].FiscalYear < old.FiscalYear))
            {
                best = i;
            }
        }

        return best;
    }

    private FrameworkPair Create(int oldIndex, int newIndex)
    {
        var (old, current) = (oldProgram.Frameworks[oldIndex], newProgram.Frameworks[newIndex]);
        var relation = old.FiscalYear == current.FiscalYear ? PairRelation.SameYear : PairRelation.Successor;
        var nodes = new NodeMatcher(old, current, relation).Match();
        return new FrameworkPair(oldIndex, newIndex, old, current, relation, nodes, ColumnMatcher.Match(old, current, nodes));
    }

    private void AddUnpaired(ImmutableArray<FrameworkPair> pairs, List<SpecChange> changes)
    {
        for (var i = 0; i < oldProgram.Frameworks.Length; i++)
        {
            var plan = oldProgram.Frameworks[i];
            if (IsTaken(plan) && !pairs.Any(pair => pair.OldIndex == i))
            {
                changes.Add(new SpecChange
                {
                    Kind = ChangeKinds.FrameworkRemoved,
                    Pair = -1,
                    Subject = DiffTexts.Plain(plan.Name),
                    Title = plan.Title,
                    OldValue = Describe(plan),
                    OldLocation = plan.Location,
                });
            }
        }

        for (var i = 0; i < newProgram.Frameworks.Length; i++)
        {
            var plan = newProgram.Frameworks[i];
            if (IsTaken(plan) && !pairs.Any(pair => pair.NewIndex == i))
            {
                changes.Add(new SpecChange
                {
                    Kind = ChangeKinds.FrameworkAdded,
                    Pair = -1,
                    Subject = DiffTexts.Plain(plan.Name),
                    Title = plan.Title,
                    NewValue = Describe(plan),
                    NewLocation = plan.Location,
                });
            }
        }
    }

    private static LocalizedText Describe(FrameworkPlan plan)
    {
        var points = DiffTexts.Points(plan.Nodes[0].FullMark);
        return new LocalizedText($"{points.Japanese}、項目 {plan.Items.Length}", $"{points.English}, {plan.Items.Length} items");
    }
}
