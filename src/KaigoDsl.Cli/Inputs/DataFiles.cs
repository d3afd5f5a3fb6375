using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>--data FILE</c> and <c>--data ENTITY=FILE</c>: the tables of a run, by the name of the framework they belong to.</summary>
internal static class DataFiles
{
    public static bool TryRead(
        IReadOnlyList<string> settings,
        SpecSet specs,
        int framework,
        CliContext context,
        out SortedDictionary<string, DataSource> tables,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        tables = new SortedDictionary<string, DataSource>(StringComparer.Ordinal);
        var problems = new StringBuilder();
        var count = 0;
        foreach (var setting in settings)
        {
            if (!TryAssign(setting, specs.Program, framework, context.Texts, out var plan, out var path, out failure))
            {
                return false;
            }

            context.Progress.Show(context.Texts.ReadingData);
            var read = TableReader.Read(path, PlanSchema.ToTableSchema(plan, aggregated: plan != specs.Program.Frameworks[framework]));
            count += read.Errors.Length;
            foreach (var error in read.Errors)
            {
                problems.Append(error.ToText(context.IsJapanese)).Append('\n');
            }

            if (read.Table is { } table && !tables.TryAdd(plan.Name, new DataSource(table, path, read.Report)))
            {
                failure = CommandFailure.Usage(context.Texts.DataTwice(plan.Entity));
                return false;
            }
        }

        if (count > 0)
        {
            failure = CommandFailure.Problems(problems.Append(context.Texts.DataErrors(count)).ToString());
            return false;
        }

        failure = null;
        var chosen = specs.Program.Frameworks[framework];
        if (!tables.ContainsKey(chosen.Name))
        {
            if (!TryAddFictional(specs, framework, context, tables, out failure))
            {
                return false;
            }
        }

        return true;
    }

    // Fictional prefectures stand above fictional municipalities only; beside somebody's own data they would be read as true.
    private static bool TryAddFictional(
        SpecSet specs, int framework, CliContext context, SortedDictionary<string, DataSource> tables, [NotNullWhen(false)] out CommandFailure? failure)
    {
        var chosen = specs.Program.Frameworks[framework];
        if (!FictionalData.CanCreate(specs.Program, framework, context.Texts, out failure))
        {
            return false;
        }

        if (chosen.AggregatedFrameworks().FirstOrDefault(-1) is not (var member and >= 0))
        {
            tables.Add(chosen.Name, FictionalData.For(specs, framework, context));
            return true;
        }

        var below = specs.Program.Frameworks[member];
        if (tables.ContainsKey(below.Name))
        {
            failure = CommandFailure.Usage(context.Texts.MissingTables(chosen.Name, chosen.Entity));
            return false;
        }

        var members = FictionalData.For(specs, member, context);
        tables.Add(below.Name, members);
        tables.Add(chosen.Name, FictionalData.Above(specs, framework, members, context));
        return true;
    }

    /// <summary>Whose table a setting is: the chosen framework's, or that of an entity of the same year.</summary>
    private static bool TryAssign(
        string setting,
        ProgramPlan program,
        int framework,
        Texts texts,
        out FrameworkPlan plan,
        out string path,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        (plan, path, failure) = (program.Frameworks[framework], setting, null);
        var split = setting.IndexOf('=', StringComparison.Ordinal);
        if (split > 0 && !File.Exists(setting))
        {
            var entity = setting[..split].Trim();
            var year = plan.FiscalYear;
            var candidates = program.Frameworks.Where(other => other.FiscalYear == year).ToArray();
            var named = candidates.FirstOrDefault(other => string.Equals(other.Entity, CharacterFolding.Fold(entity), StringComparison.Ordinal));
            if (named is null)
            {
                failure = CommandFailure.Usage(texts.UnknownDataEntity(entity, string.Join(", ", candidates.Select(static other => other.Entity))));
                return false;
            }

            (plan, path) = (named, setting[(split + 1)..]);
        }

        // A path that leads nowhere is a slip of the command line, not of the data.
        failure = File.Exists(path) || Directory.Exists(path) ? null : CommandFailure.Usage(texts.PathMissing(path));
        return failure is null;
    }
}
