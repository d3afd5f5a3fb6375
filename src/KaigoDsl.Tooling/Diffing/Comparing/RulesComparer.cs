using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>Formulas, step tables, share tables, named rankings and decisions.</summary>
internal static class RulesComparer
{
    /// <summary>The changes of the rules, and of the allocations that stand on them, of every entity.</summary>
    public static IEnumerable<SpecChange> Compare(ProgramPlan oldProgram, ProgramPlan newProgram, ImmutableArray<FrameworkPair> pairs, Func<string, bool> isTaken)
    {
        var changes = new List<SpecChange>(ShareTables(oldProgram, newProgram));
        foreach (var (index, pair, old, current) in PairUp(oldProgram, newProgram, pairs, isTaken))
        {
            var comparison = new RulesComparison(index, pair, pairs, oldProgram, newProgram, old, current);
            Formulas(comparison);
            Steps(comparison);
            Standings(comparison);
            Decisions(comparison);
            AllocationComparer.Compare(comparison, oldProgram.Rules.ToList().IndexOf(old), newProgram.Rules.ToList().IndexOf(current));
            changes.AddRange(comparison.Changes);
        }

        return changes;
    }

    /// <summary>Rules that stand on paired frameworks, then those of entities without one; rules that one side lacks are compared with none.</summary>
    private static IEnumerable<(int Index, FrameworkPair Pair, RulesPlan Old, RulesPlan New)> PairUp(
        ProgramPlan oldProgram, ProgramPlan newProgram, ImmutableArray<FrameworkPair> pairs, Func<string, bool> isTaken)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            var pair = pairs[i];
            var old = oldProgram.Rules.FirstOrDefault(rules => rules.Framework == pair.OldIndex);
            var current = newProgram.Rules.FirstOrDefault(rules => rules.Framework == pair.NewIndex);
            if ((old ?? current) is { } known)
            {
                yield return (i, pair, old ?? Empty(known, pair.OldIndex, pair.Old), current ?? Empty(known, pair.NewIndex, pair.New));
            }
        }

        var entities = newProgram.Rules.Concat(oldProgram.Rules).Where(static rules => rules.Framework < 0).Select(static rules => rules.Entity).Distinct(StringComparer.Ordinal);
        foreach (var entity in entities.Where(isTaken))
        {
            var old = oldProgram.Rules.FirstOrDefault(rules => rules.Framework < 0 && string.Equals(rules.Entity, entity, StringComparison.Ordinal));
            var current = newProgram.Rules.FirstOrDefault(rules => rules.Framework < 0 && string.Equals(rules.Entity, entity, StringComparison.Ordinal));
            if ((old ?? current) is { } known)
            {
                var (before, after) = (old ?? Empty(known, -1, null), current ?? Empty(known, -1, null));
                var (oldTable, newTable) = (oldProgram.TableOf(before), newProgram.TableOf(after));
                var pair = new FrameworkPair(-1, -1, oldTable, newTable, PairRelation.SameYear, [], ColumnMatcher.Match(oldTable, newTable, []));
                yield return (-1, pair, before, after);
            }
        }
    }

    private static RulesPlan Empty(RulesPlan like, int framework, FrameworkPlan? table) => like with
    {
        Framework = framework,
        Columns = table?.Columns ?? like.Columns,
        Constants = table?.Constants ?? like.Constants,
        Formulas = ImmutableArray<FormulaPlan>.Empty,
        Standings = ImmutableArray<StandingPlan>.Empty,
        Decisions = ImmutableArray<DecisionPlan>.Empty,
        StepTables = ImmutableArray<StepTablePlan>.Empty,
        Steps = ImmutableArray<RuleStepPlan>.Empty,
    };

    private static string NameOf(string? owner, string label) => owner is null ? label : $"{owner}.{label}";

    private static void Formulas(RulesComparison c)
    {
        foreach (var (old, current) in RulesComparison.ByName(c.Old.Formulas, c.New.Formulas, static f => NameOf(f.Owner, f.Label)))
        {
            var shown = current ?? old ?? throw new InvalidOperationException("A pair has a side.");
            var name = NameOf(shown.Owner, shown.Label);
            if (old is null || current is null)
            {
                c.Add(
                    old is null ? ChangeKinds.FormulaAdded : ChangeKinds.FormulaRemoved,
                    name,
                    shown.Title,
                    old is null ? null : c.PrintOld(old.Expression),
                    current is null ? null : c.PrintNew(current.Expression),
                    old?.Location,
                    current?.Location);
                continue;
            }

            if (!c.Same(old.Expression, current.Expression))
            {
                c.Add(ChangeKinds.FormulaChanged, name, current.Title, c.PrintOld(old.Expression), c.PrintNew(current.Expression), old.Location, current.Location);
            }

            if (DiffTexts.Unit(old.Unit) != DiffTexts.Unit(current.Unit) || old.UnitFactor != current.UnitFactor)
            {
                c.Add(ChangeKinds.FormulaUnitChanged, name, current.Title, DiffTexts.Unit(old.Unit), DiffTexts.Unit(current.Unit), old.Location, current.Location);
            }

            c.CompareNotes(name, (old.Title, old.Source, old.Assumptions, old.Location), (current.Title, current.Source, current.Assumptions, current.Location));
        }
    }

    private static void Steps(RulesComparison c)
    {
        foreach (var (old, current) in RulesComparison.ByName(c.Old.StepTables, c.New.StepTables, static t => t.Label))
        {
            var shown = current ?? old ?? throw new InvalidOperationException("A pair has a side.");
            var (before, after) = (old is null ? null : Describe(old), current is null ? null : Describe(current));
            if (old is null || current is null)
            {
                c.Add(old is null ? ChangeKinds.StepTableAdded : ChangeKinds.StepTableRemoved, shown.Label, shown.Title, before, after, old?.Location, current?.Location);
                continue;
            }

            if (!old.Rows.Select(Row).SequenceEqual(current.Rows.Select(Row)))
            {
                c.Add(ChangeKinds.StepTableChanged, shown.Label, shown.Title, before, after, old.Location, current.Location);
            }

            c.CompareNotes(shown.Label, (old.Title, old.Source, old.Assumptions, old.Location), (current.Title, current.Source, current.Assumptions, current.Location));
        }

        static StepRowPlan Row(StepRowPlan row) => row with { Title = null };

        static LocalizedText Describe(StepTablePlan table) => DiffTexts.Join(", ", table.Rows.Select(row => row.Below is { } below
            ? new LocalizedText(
                $"{DiffTexts.Number(below)}{(row.BelowIncluded ? "以下" : "未満")} {DiffTexts.Number(row.Value)}",
                $"{(row.BelowIncluded ? "≤" : "<")} {DiffTexts.Number(below)}: {DiffTexts.Number(row.Value)}")
            : new LocalizedText($"それより上 {DiffTexts.Number(row.Value)}", $"above: {DiffTexts.Number(row.Value)}")));
    }

    private static IEnumerable<SpecChange> ShareTables(ProgramPlan oldProgram, ProgramPlan newProgram)
    {
        foreach (var (old, current) in RulesComparison.ByName(oldProgram.ShareTables, newProgram.ShareTables, static t => t.Label))
        {
            var shown = current ?? old ?? throw new InvalidOperationException("A pair has a side.");
            if (old is null || current is null)
            {
                yield return Change(
                    old is null ? ChangeKinds.ShareTableAdded : ChangeKinds.ShareTableRemoved,
                    shown.Label,
                    old is null ? null : Describe(old),
                    current is null ? null : Describe(current));
                continue;
            }

            foreach (var (before, after) in RulesComparison.ByName(old.Shares, current.Shares, static s => s.Label))
            {
                if (before?.Value != after?.Value)
                {
                    yield return Change(
                        ChangeKinds.ShareChanged,
                        $"{shown.Label}.{(after ?? before)?.Label}",
                        before is null ? DiffTexts.None : DiffTexts.Plain(DiffTexts.Number(before.Value)),
                        after is null ? DiffTexts.None : DiffTexts.Plain(DiffTexts.Number(after.Value)));
                }
            }

            SpecChange Change(ChangeKind kind, string subject, LocalizedText? before, LocalizedText? after) => Make(kind, subject, before, after);
        }

        static LocalizedText Describe(ShareTablePlan table) =>
            DiffTexts.Plain(string.Join(", ", table.Shares.Select(static share => $"{share.Label} {DiffTexts.Number(share.Value)}")));

        SpecChange Make(ChangeKind kind, string subject, LocalizedText? before, LocalizedText? after)
        {
            var label = subject.Split('.')[0];
            return new SpecChange
            {
                Kind = kind,
                Pair = -1,
                Subject = DiffTexts.Plain(subject),
                OldValue = before,
                NewValue = after,
                OldLocation = oldProgram.ShareTables.FirstOrDefault(t => t.Label == label)?.Location ?? PlanLocation.None,
                NewLocation = newProgram.ShareTables.FirstOrDefault(t => t.Label == label)?.Location ?? PlanLocation.None,
            };
        }
    }

    private static void Standings(RulesComparison c)
    {
        foreach (var (old, current) in RulesComparison.ByName(c.Old.Standings, c.New.Standings, static s => NameOf(s.Owner, s.Label)))
        {
            var shown = current ?? old ?? throw new InvalidOperationException("A pair has a side.");
            var same = old is not null && current is not null && old.Direction == current.Direction
                && c.Same(old.Value, current.Value) && c.Same(old.Population, current.Population);
            if (!same)
            {
                c.Add(
                    old is null ? ChangeKinds.StandingAdded : current is null ? ChangeKinds.StandingRemoved : ChangeKinds.StandingChanged,
                    NameOf(shown.Owner, shown.Label),
                    null,
                    old is null ? null : Describe(old, c.PrintOld),
                    current is null ? null : Describe(current, c.PrintNew),
                    old?.Location,
                    current?.Location);
            }
        }

        static LocalizedText Describe(StandingPlan standing, Func<ExpressionPlan?, LocalizedText> print) => DiffTexts.Join(
            ", ",
            standing.Population is null
                ? [print(standing.Value), DiffTexts.Direction(standing.Direction)]
                : [print(standing.Value), DiffTexts.Direction(standing.Direction), print(standing.Population)]);
    }

    private static void Decisions(RulesComparison c)
    {
        foreach (var (old, current) in RulesComparison.ByName(c.Old.Decisions, c.New.Decisions, static d => d.Label))
        {
            var shown = current ?? old ?? throw new InvalidOperationException("A pair has a side.");
            if (old is null || current is null)
            {
                var clauses = new LocalizedText($"条 {shown.Clauses.Count}", $"{shown.Clauses.Count} clauses");
                c.Add(
                    old is null ? ChangeKinds.DecisionAdded : ChangeKinds.DecisionRemoved,
                    shown.Label,
                    shown.Title,
                    old is null ? null : clauses,
                    current is null ? null : clauses,
                    old?.Location,
                    current?.Location);
                continue;
            }

            Clauses(c, old, current);
            c.CompareNotes(shown.Label, (old.Title, old.Source, old.Assumptions, old.Location), (current.Title, current.Source, current.Assumptions, current.Location));
        }
    }

    private static void Clauses(RulesComparison c, DecisionPlan old, DecisionPlan current)
    {
        foreach (var (before, after) in RulesComparison.ByName(old.Clauses, current.Clauses, static clause => ClauseName(clause).Japanese))
        {
            var shown = after ?? before ?? throw new InvalidOperationException("A pair has a side.");
            var name = $"{current.Label}.{ClauseName(shown).Japanese}";
            if (before is null || after is null || !c.Same(before.Condition, after.Condition))
            {
                c.Add(
                    before is null ? ChangeKinds.ClauseAdded : after is null ? ChangeKinds.ClauseRemoved : ChangeKinds.ClauseChanged,
                    name,
                    shown.Title,
                    before is null ? null : c.PrintOld(before.Condition),
                    after is null ? null : c.PrintNew(after.Condition),
                    before?.Location,
                    after?.Location);
            }

            if (before is not null && after is not null)
            {
                c.CompareNotes(name, (before.Title, null, before.Assumptions, before.Location), (after.Title, null, after.Assumptions, after.Location));
            }
        }

        var (oldOrder, newOrder) = (Order(old, current), Order(current, old));
        if (!oldOrder.SequenceEqual(newOrder, StringComparer.Ordinal))
        {
            c.Add(
                ChangeKinds.ClauseOrderChanged, current.Label, current.Title, DiffTexts.Names(oldOrder), DiffTexts.Names(newOrder), old.Location, current.Location);
        }

        static string[] Order(DecisionPlan decision, DecisionPlan other) =>
        [
            .. decision.Clauses.Select(static clause => ClauseName(clause).Japanese)
                .Where(name => other.Clauses.Any(clause => ClauseName(clause).Japanese == name)),
        ];
    }

    private static LocalizedText ClauseName(ClausePlan clause)
    {
        var word = DiffTexts.Word(clause.Met ? Compiler.Syntax.SyntaxKind.MetKeyword : Compiler.Syntax.SyntaxKind.NotMetKeyword);
        return clause.Label.Length == 0 ? word : new LocalizedText($"{word.Japanese}({clause.Label})", $"{word.English}({clause.Label})");
    }
}
