using System.Diagnostics.CodeAnalysis;
using System.Text;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Data;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>The one table that rules (判定, 配分) stand on, with or without a framework.</summary>
internal static class RulesData
{
    /// <summary>Reads it; without <c>--data</c> a fictional one, where there is a framework.</summary>
    /// <param name="settings">What <c>--data</c> says.</param>
    /// <param name="specs">The specs.</param>
    /// <param name="plan">The rules.</param>
    /// <param name="columns">What is read of it.</param>
    /// <param name="scored">Whether its framework is scored as well.</param>
    /// <param name="refusal">What to say of so many faults in the data.</param>
    /// <param name="context">The run.</param>
    /// <param name="source">The table.</param>
    /// <param name="failure">Why there is none.</param>
    public static bool TryRead(
        IReadOnlyList<string> settings,
        SpecSet specs,
        RulesPlan plan,
        IEnumerable<int> columns,
        bool scored,
        Func<int, string> refusal,
        CliContext context,
        [NotNullWhen(true)] out DataSource? source,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        (source, failure) = (null, null);
        if (settings.Count == 0)
        {
            if (plan.Framework < 0)
            {
                failure = CommandFailure.Usage(context.Texts.DataNeeded(plan.Entity));
                return false;
            }

            if (!FictionalData.CanCreate(specs.Program, plan.Framework, context.Texts, out failure))
            {
                return false;
            }

            source = FictionalData.For(specs, plan.Framework, context);
            return true;
        }

        var path = settings[0].StartsWith(plan.Entity + "=", StringComparison.Ordinal) ? settings[0][(plan.Entity.Length + 1)..] : settings[0];
        if (settings.Count > 1 || (!File.Exists(path) && !Directory.Exists(path)))
        {
            failure = CommandFailure.Usage(settings.Count > 1 ? context.Texts.DataTwice(plan.Entity) : context.Texts.PathMissing(path));
            return false;
        }

        context.Progress.Show(context.Texts.ReadingData);
        var read = TableReader.Read(path, RulesTable.ToTableSchema(specs.Program, plan, columns, scored));
        if (read.Table is not { } table)
        {
            var problems = new StringBuilder();
            foreach (var error in read.Errors)
            {
                problems.Append(error.ToText(context.IsJapanese)).Append('\n');
            }

            failure = CommandFailure.Problems(problems.Append(refusal(read.Errors.Length)).ToString());
            return false;
        }

        source = new DataSource(table, path, read.Report);
        return true;
    }
}
