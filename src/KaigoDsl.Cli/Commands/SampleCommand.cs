using System.CommandLine;
using System.Globalization;
using KaigoDsl.Data;
using KaigoDsl.Synthesis;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo sample --out FILE</c>: a fictional nation as a data file.</summary>
internal static class SampleCommand
{
    private const int MostEntities = 100_000;
    private const int ListedAtMost = 10;

    public static Command Create(CliContext context, CommandOptions options)
    {
        var texts = context.Texts;
        var command = new Command("sample", texts.SampleDescription);
        var file = options.Single("--out", "FILE", texts.SampleOutOption);
        file.Required = true;
        var seed = options.Number("--seed", texts.SeedOption, 0, int.MaxValue);
        var entities = options.Number("--entities", texts.EntitiesOption, 1, MostEntities);
        var spec = options.Spec();
        var year = options.Year();
        var level = options.Level();
        foreach (var option in new Option[] { file, seed, entities, spec, year, level })
        {
            command.Options.Add(option);
        }

        command.SetAction(result => Run(
            SpecSet.PathsOf(result, spec),
            FrameworkChoice.From(result, year, level),
            result.GetValue(file) ?? string.Empty,
            Number(result.GetValue(seed), SyntheticNation.DefaultSeed),
            Number(result.GetValue(entities), SyntheticNation.DefaultEntityCount),
            context));
        return command;
    }

    private static int Run(string[] paths, FrameworkChoice choice, string file, int seed, int entities, CliContext context)
    {
        var texts = context.Texts;
        if (!SpecSet.TryLoad(paths, choice.Year, context, out var specs, out var failure)
            || !choice.TryFind(specs.Program, texts, out var framework, out failure)
            || !FictionalData.CanCreate(specs.Program, framework, texts, out failure))
        {
            return context.Fail(failure);
        }

        context.Progress.Show(texts.MakingNation);
        var nation = FictionalData.Create(specs.Program, framework, seed, entities);
        context.Progress.Clear();
        if (TableWriter.Write(file, nation.Table) is { } problem)
        {
            return context.Fail(CommandFailure.Problems(context.IsJapanese ? problem.Japanese : problem.English));
        }

        context.Out.WriteLine(texts.SampleWritten(file, nation.Table.Count, seed.ToString(CultureInfo.InvariantCulture)));
        context.Out.WriteLine(texts.SampleCounts(nation.Targets.Count(static target => target.IsAchieved), nation.Targets.Length));
        var missed = nation.Targets.Where(static target => !target.IsAchieved).ToArray();
        foreach (var target in missed.Take(ListedAtMost))
        {
            context.Out.WriteLine(texts.SampleMissed(target.Path, target.Target, target.Achieved));
        }

        if (missed.Length > ListedAtMost)
        {
            context.Out.WriteLine(texts.AndMore(missed.Length - ListedAtMost));
        }

        return ExitCode.Fine;
    }

    private static int Number(string? text, int otherwise) =>
        text is not null && CommandOptions.TryReadNumber(text, out var number) ? (int)number : otherwise;
}
