using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>
/// Whether two programs score the same for all possible data. Equivalent is said only when it is proved; a refutation comes with its reason or a nation that
/// shows it; everything else is undecided and listed. Constants count with their default values.
/// </summary>
public static class EquivalenceChecker
{
    private static readonly ImmutableArray<ChangeKind> s_constants = [ChangeKinds.ConstantAdded, ChangeKinds.ConstantChanged, ChangeKinds.ConstantRemoved];

    /// <summary>Compares two programs.</summary>
    public static EquivalenceResult Check(ProgramPlan oldProgram, ProgramPlan newProgram)
    {
        ArgumentNullException.ThrowIfNull(oldProgram);
        ArgumentNullException.ThrowIfNull(newProgram);
        var diff = SpecDiff.Compare(oldProgram, newProgram, new DiffOptions { Published = false });
        var differences = ImmutableArray.CreateBuilder<LocalizedText>();
        var undecided = ImmutableArray.CreateBuilder<LocalizedText>();
        Counterexample? counterexample = null;
        var proved = 0;
        foreach (var change in diff.Changes.Where(static change => change.Kind == ChangeKinds.FrameworkAdded || change.Kind == ChangeKinds.FrameworkRemoved))
        {
            differences.Add(change.Text);
        }

        foreach (var pair in diff.Pairs)
        {
            var before = differences.Count;
            AddDataDifferences(pair.Old, pair.New, differences);
            if (differences.Count > before)
            {
                continue;
            }

            var suspects = new NodeEquivalence(oldProgram, pair.Old, newProgram, pair.New).Suspects().ToArray();
            proved += pair.New.Nodes.Length - suspects.Length;
            if (suspects.Length == 0)
            {
                continue;
            }

            counterexample ??= new CounterexampleSearch(pair.Old, pair.New).Find(suspects);
            undecided.AddRange(suspects.Select(node => new LocalizedText(
                $"{pair.New.Name} {Shown(node)}：同じ得点になることを証明できず、違う得点になる例も見つからない",
                $"{pair.New.Name} {Shown(node)}: neither proved to score the same nor found to differ")));
        }

        // What is paid is compared by its parts: the same rules pay the same. Scores know constants by their values, rules by their names.
        var hasRules = oldProgram.Rules.Concat(newProgram.Rules).Any();
        undecided.AddRange(diff.Changes
            .Where(change => change.Kind.Severity >= ChangeSeverity.Meaning
                && (change.Kind.Code[1] is '6' or '7' or '8')
                && (hasRules || !s_constants.Contains(change.Kind)))
            .Select(static change => new LocalizedText(
                $"{change.Text.Japanese}（配分・判定・算式の式変形は調べない）", $"{change.Text.English} (rewritten rules and allocations are not looked into)")));
        var verdict = differences.Count > 0 || counterexample is not null ? EquivalenceVerdict.Different
            : undecided.Count > 0 ? EquivalenceVerdict.Undecided
            : EquivalenceVerdict.Equivalent;
        return new EquivalenceResult(verdict, proved, differences.ToImmutable(), counterexample, counterexample is null ? undecided.ToImmutable() : []);
    }

    private static string Shown(NodePlan node) => node.Path.Length == 0 ? "得点" : node.Path;

    /// <summary>The same file must be read in the same way by both, and the same places must have points.</summary>
    private static void AddDataDifferences(FrameworkPlan old, FrameworkPlan current, ImmutableArray<LocalizedText>.Builder differences)
    {
        var (oldColumns, newColumns) = (old.Columns.Select(Describe).ToHashSet(StringComparer.Ordinal), current.Columns.Select(Describe).ToHashSet(StringComparer.Ordinal));
        foreach (var column in oldColumns.Except(newColumns).Order(StringComparer.Ordinal))
        {
            differences.Add(new($"{current.Name}：旧だけが読む列 {column}", $"{current.Name}: a column that only the old one reads: {column}"));
        }

        foreach (var column in newColumns.Except(oldColumns).Order(StringComparer.Ordinal))
        {
            differences.Add(new($"{current.Name}：新だけが読む列 {column}", $"{current.Name}: a column that only the new one reads: {column}"));
        }

        var (oldPaths, newPaths) = (old.Nodes.Select(static n => n.Path).ToHashSet(StringComparer.Ordinal), current.Nodes.Select(static n => n.Path).ToHashSet(StringComparer.Ordinal));
        foreach (var path in oldPaths.Except(newPaths).Order(StringComparer.Ordinal))
        {
            differences.Add(new($"{current.Name}：旧だけにある節 {path}", $"{current.Name}: a node that only the old one has: {path}"));
        }

        foreach (var path in newPaths.Except(oldPaths).Order(StringComparer.Ordinal))
        {
            differences.Add(new($"{current.Name}：新だけにある節 {path}", $"{current.Name}: a node that only the new one has: {path}"));
        }
    }

    /// <summary>Header, sort, type, unit and whether it must be there.</summary>
    private static string Describe(ColumnPlan column)
    {
        var members = string.Join(" ", column.Members.Order(StringComparer.Ordinal));
        var required = column.Required ? "必須" : "任意";
        return $"{column.Name} : {DiffTexts.ColumnType(column).Japanese} {column.Kind} {column.UnitFactor} {members} {required}".Replace("  ", " ", StringComparison.Ordinal);
    }
}
