using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Data;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis;
using KaigoDsl.Tooling.Diffing;
using KaigoDsl.Tooling.Impact;

namespace KaigoDsl.Cli;

/// <summary><c>--data</c>, <c>--old-data</c> and <c>--new-data</c> of a comparison: reads the files and says whom the changes move.</summary>
internal sealed class ImpactSource(SpecDiff diff, ConstantOverrides overrides, CliContext context)
{
    /// <summary>In place of a file: the fictional nation.</summary>
    public const string BuiltIn = "built-in";

    private const int BuiltInYear = 2025;

    /// <summary>Analyses every framework that there is data for.</summary>
    public bool TryAnalyze(
        string[] data, string[] oldData, string[] newData, out ImmutableArray<ImpactResult> impacts, [NotNullWhen(false)] out CommandFailure? failure)
    {
        impacts = [];
        if (!TryAssign(data, out var one, out failure) || !TryAssign(oldData, out var olds, out failure) || !TryAssign(newData, out var news, out failure))
        {
            return false;
        }

        if (data.Length > 0 && oldData.Length + newData.Length > 0)
        {
            failure = CommandFailure.Usage(context.Texts.OneDataOrTwo);
            return false;
        }

        var results = new SortedDictionary<int, ImpactResult>();
        foreach (var pair in one.Keys.Union(olds.Keys).Union(news.Keys).Order())
        {
            if (!TryRead(pair, one.GetValueOrDefault(pair), olds.GetValueOrDefault(pair), news.GetValueOrDefault(pair), out var tables, out failure)
                || !TryFindMembers(pair, results, out var options, out failure))
            {
                return false;
            }

            context.Progress.Show(context.Texts.ComputingImpact);
            results.Add(pair, ImpactAnalysis.Analyze(diff, pair, tables, options));
        }

        impacts = [.. results.Values];
        return true;
    }

    /// <summary>Which frameworks a setting is for: those of the entity it names, otherwise the first.</summary>
    private bool TryAssign(string[] settings, out Dictionary<int, string> files, [NotNullWhen(false)] out CommandFailure? failure)
    {
        files = [];
        failure = null;
        foreach (var setting in settings)
        {
            var (pair, file) = (0, setting);
            var split = setting.IndexOf('=', StringComparison.Ordinal);
            if (split > 0 && !File.Exists(setting))
            {
                var entity = CharacterFolding.Fold(setting[..split].Trim());
                pair = diff.Pairs.ToList().FindIndex(candidate => string.Equals(candidate.New.Entity, entity, StringComparison.Ordinal));
                file = setting[(split + 1)..];
            }

            if (pair < 0 || diff.Pairs.IsEmpty)
            {
                failure = CommandFailure.Usage(context.Texts.UnknownDataEntity(setting, string.Join(", ", diff.Pairs.Select(static candidate => candidate.New.Entity))));
                return false;
            }

            if (!IsBuiltIn(file) && !File.Exists(file))
            {
                failure = CommandFailure.Usage(context.Texts.PathMissing(file));
                return false;
            }

            if (!files.TryAdd(pair, file))
            {
                failure = CommandFailure.Usage(context.Texts.DataTwice(diff.Pairs[pair].New.Entity));
                return false;
            }
        }

        return true;
    }

    private bool TryRead(
        int pair, string? one, string? old, string? current, [NotNullWhen(true)] out ImpactData? tables, [NotNullWhen(false)] out CommandFailure? failure)
    {
        tables = null;
        var frameworks = diff.Pairs[pair];
        if (one is not null)
        {
            return TryReadOne(frameworks, one, out tables, out failure);
        }

        if (old is null || current is null)
        {
            failure = CommandFailure.Usage(context.Texts.BothDataNeeded);
            return false;
        }

        if (TryReadFor(frameworks.Old, diff.Old, old, out var oldTable, out failure) && TryReadFor(frameworks.New, diff.New, current, out var newTable, out failure))
        {
            tables = ImpactData.FromTwo(oldTable, newTable);
        }

        return tables is not null;
    }

    /// <summary>One file belongs to the side whose columns it has, the new one first; the other side gets what can be carried over.</summary>
    private bool TryReadOne(FrameworkPair frameworks, string file, [NotNullWhen(true)] out ImpactData? tables, [NotNullWhen(false)] out CommandFailure? failure)
    {
        tables = null;
        var isNew = TryReadFor(frameworks.New, diff.New, file, out var table, out failure);
        if (!isNew && TryReadFor(frameworks.Old, diff.Old, file, out var oldTable, out _))
        {
            table = oldTable;
        }

        if (table is null)
        {
            failure ??= CommandFailure.Usage(context.Texts.PathMissing(file));
            return false;
        }

        failure = null;
        var (reading, present) = ReadLeniently(frameworks, file, isNew);
        tables = ImpactData.FromOne(frameworks, table, isNew, reading, present is null ? null : present.Contains);
        return true;
    }

    private bool TryReadFor(
        FrameworkPlan plan, ProgramPlan program, string file, [NotNullWhen(true)] out EntityTable? table, [NotNullWhen(false)] out CommandFailure? failure)
    {
        failure = null;
        context.Progress.Show(context.Texts.ReadingData);
        if (IsBuiltIn(file))
        {
            table = plan.AggregatedFrameworks().Any() ? null : Fictional(plan, program);
            failure = table is null ? CommandFailure.Usage(context.Texts.NoFictionalData(plan.Name, [plan.Entity])) : null;
            return table is not null;
        }

        var read = TableReader.Read(file, PlanSchema.ToTableSchema(plan));
        table = read.Table;
        if (table is null)
        {
            var problems = new StringBuilder();
            foreach (var error in read.Errors)
            {
                problems.Append(error.ToText(context.IsJapanese)).Append('\n');
            }

            failure = CommandFailure.Problems(problems.Append(context.Texts.DataErrors(read.Errors.Length)).ToString());
        }

        return table is not null;
    }

    private static EntityTable? Fictional(FrameworkPlan plan, ProgramPlan program)
    {
        if (plan.FiscalYear == BuiltInYear)
        {
            using var stream = BuiltInNation.OpenR7();
            if (TableReader.Read(stream, BuiltInNation.R7Name, PlanSchema.ToTableSchema(plan)).Table is { } table)
            {
                return table;
            }
        }

        return SyntheticNation.Create(plan, program.Published.Where(block => program.Frameworks[block.Framework] == plan)).Table;
    }

    /// <summary>What the file says in the other side's columns that nothing could be carried over into, or that are read in another unit.</summary>
    private static (EntityTable? Table, HashSet<int>? Present) ReadLeniently(FrameworkPair frameworks, string file, bool isNew)
    {
        var other = isNew ? frameworks.Old : frameworks.New;
        if (IsBuiltIn(file) || other.Columns.All(column => IsCarried(frameworks, column, isNew)))
        {
            return (null, null);
        }

        var schema = PlanSchema.ToTableSchema(other);
        var lenient = new TableSchema(schema.Entity, [.. schema.Columns.Select(static column => column with { Required = false, Substitutes = [] })]);
        var read = TableReader.Read(file, lenient);
        if (read.Table is not { } table)
        {
            return (null, null);
        }

        return (new EntityTable(schema, table.Count, table.Columns), [.. read.Report.Matched.Select(matched => schema.IndexOf(matched.Name))]);
    }

    private static bool IsCarried(FrameworkPair frameworks, ColumnPlan column, bool isNew)
    {
        var source = isNew ? frameworks.NewColumnOf(column.Index) : frameworks.OldColumnOf(column.Index);
        var from = source < 0 ? null : (isNew ? frameworks.New : frameworks.Old).Columns[source];
        return from is not null && from.Type == column.Type && from.UnitFactor == column.UnitFactor;
    }

    /// <summary>What a framework aggregates must have been analysed before it.</summary>
    private bool TryFindMembers(
        int pair, SortedDictionary<int, ImpactResult> results, [NotNullWhen(true)] out ImpactOptions? options, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var frameworks = diff.Pairs[pair];
        var (olds, news) = (ImmutableDictionary.CreateBuilder<int, Evaluation>(), ImmutableDictionary.CreateBuilder<int, Evaluation>());
        foreach (var result in results.Values)
        {
            olds.Add(result.Frameworks.OldIndex, result.Old);
            news.Add(result.Frameworks.NewIndex, result.New);
        }

        var missing = frameworks.Old.AggregatedFrameworks().Where(index => !olds.ContainsKey(index)).Select(index => diff.Old.Frameworks[index].Entity)
            .Concat(frameworks.New.AggregatedFrameworks().Where(index => !news.ContainsKey(index)).Select(index => diff.New.Frameworks[index].Entity))
            .FirstOrDefault();
        failure = missing is null ? null : CommandFailure.Usage(context.Texts.MembersNeeded(frameworks.New.Entity, missing));
        options = missing is null ? new ImpactOptions { Overrides = overrides, OldMembers = olds.ToImmutable(), NewMembers = news.ToImmutable() } : null;
        return options is not null;
    }

    private static bool IsBuiltIn(string file) => string.Equals(file, BuiltIn, StringComparison.OrdinalIgnoreCase) && !File.Exists(file);
}
