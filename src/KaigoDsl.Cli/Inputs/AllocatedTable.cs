using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>The allocations that stand on one table, carried out: that of a scored framework, or of an entity without one.</summary>
/// <param name="Program">The specs.</param>
/// <param name="Plan">The framework, or the table of an entity without one as a framework in which nothing is scored.</param>
/// <param name="Source">The data.</param>
/// <param name="Overrides">Constants replaced.</param>
/// <param name="Results">The allocations, in their order.</param>
internal sealed record AllocatedTable(
    ProgramPlan Program, FrameworkPlan Plan, DataSource Source, ConstantOverrides Overrides, ImmutableArray<AllocationResult> Results)
{
    /// <summary>The scores; <see langword="null"/> for an entity without a framework.</summary>
    public ScoredFramework? Scored { get; private init; }

    public EntityTable Table => Source.Table;

    public static bool TryCreate(
        ParseResult result,
        ScoringOptions options,
        CliContext context,
        [NotNullWhen(true)] out AllocatedTable? allocated,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        allocated = null;
        var choice = FrameworkChoice.From(result, options.Year, options.Level);
        if (!SpecSet.TryLoad(SpecSet.PathsOf(result, options.Spec), choice.Year, context, out var specs, out failure))
        {
            return false;
        }

        if (OwnTable(specs.Program, choice) is not { } rules)
        {
            return ScoredFramework.TryCreate(result, options, specs, context, out var scored, out failure) && TryCreate(scored, context, out allocated, out failure);
        }

        if (!ConstantSettings.TryRead(result.GetValue(options.Set) ?? [], specs.Program, context.Texts, out var overrides, out failure)
            || !RulesData.TryRead(result.GetValue(options.Data) ?? [], specs, rules, ColumnsOf(specs.Program, rules), scored: false, context.Texts.DataErrorsUnallocated, context, out var source, out failure))
        {
            return false;
        }

        allocated = Allocate(specs.Program, rules, source, overrides, context);
        return true;
    }

    public static bool TryCreate(
        ScoredFramework scored, CliContext context, [NotNullWhen(true)] out AllocatedTable? allocated, [NotNullWhen(false)] out CommandFailure? failure)
    {
        context.Progress.Show(context.Texts.Allocating);
        var results = ProgramAllocator.Evaluate(scored.All, null, scored.Overrides)
            .OfType<AllocationResult>()
            .Where(r => r.Rules.Plan.Framework == scored.Index)
            .ToImmutableArray();
        context.Progress.Clear();
        allocated = results.IsEmpty ? null : new AllocatedTable(scored.Program, scored.Plan, scored.Source, scored.Overrides, results) { Scored = scored };
        failure = results.IsEmpty ? CommandFailure.Problems(context.Texts.NoAllocation(scored.Plan.Name)) : null;
        return failure is null;
    }

    /// <summary>The same specs and constants over other data.</summary>
    public bool TryRepeat(string path, CliContext context, [NotNullWhen(true)] out AllocatedTable? repeated, [NotNullWhen(false)] out CommandFailure? failure)
    {
        repeated = null;
        var rules = Results[0].Rules.Plan;
        var schema = Scored is null ? RulesTable.ToTableSchema(Program, rules, ColumnsOf(Program, rules), scored: false) : PlanSchema.ToTableSchema(Plan, aggregated: false);
        var read = TableReader.Read(path, schema);
        if (read.Table is not { } table || read.Errors.Length > 0)
        {
            failure = CommandFailure.Problems(string.Join('\n', read.Errors.Select(e => e.ToText(context.IsJapanese)).Append(context.Texts.DataErrors(read.Errors.Length))));
            return false;
        }

        var source = new DataSource(table, path, read.Report);
        if (Scored is not { } scored)
        {
            repeated = Allocate(Program, rules, source, Overrides, context);
            failure = null;
            return true;
        }

        var members = new Dictionary<int, Evaluation>();
        for (var i = 0; i < scored.Index; i++)
        {
            if (scored.All.Frameworks[i] is { } member)
            {
                members[i] = member;
            }
        }

        var evaluation = FrameworkEvaluator.Evaluate(Plan, table, Overrides, members);
        var all = scored.All with { Frameworks = scored.All.Frameworks.SetItem(scored.Index, evaluation) };
        return TryCreate(scored with { Evaluation = evaluation, All = all, Source = source }, context, out repeated, out failure);
    }

    /// <summary>What stops: an allocation refused, or a certificate that does not hold.</summary>
    public CommandFailure? Failure(Texts texts)
    {
        var lines = Results.SelectMany(result => AllocationProblems.Describe(result, texts)).ToArray();
        return lines.Length == 0 ? null : CommandFailure.Problems(string.Join('\n', lines.Append(texts.NothingAllocated)));
    }

    private static AllocatedTable Allocate(ProgramPlan program, RulesPlan rules, DataSource source, ConstantOverrides overrides, CliContext context)
    {
        context.Progress.Show(context.Texts.Allocating);
        var nothing = new ProgramEvaluation(program, [.. program.Frameworks.Select(static _ => (Evaluation?)null)], []);
        var tables = new Dictionary<string, EntityTable>(StringComparer.Ordinal) { [rules.Entity] = source.Table };
        var results = ProgramAllocator.Evaluate(nothing, tables, overrides).OfType<AllocationResult>().ToImmutableArray();
        context.Progress.Clear();
        return new AllocatedTable(program, program.TableOf(rules), source, overrides, results);
    }

    /// <summary>Rules with allocations on a table of their own, when no framework is asked for or none has allocations.</summary>
    private static RulesPlan? OwnTable(ProgramPlan program, FrameworkChoice choice)
    {
        var fitting = program.Allocations.Select(a => program.Rules[a.Rules]).Where(rules => choice.Fits(program.TableOf(rules))).Distinct().ToArray();
        return fitting.Any(static rules => rules.Framework >= 0) ? null : fitting.FirstOrDefault();
    }

    private static IEnumerable<int> ColumnsOf(ProgramPlan program, RulesPlan rules) =>
        program.Allocations.Where(a => ReferenceEquals(program.Rules[a.Rules], rules)).SelectMany(static a => a.Columns).Distinct();
}
