using System.CommandLine;
using KaigoDsl.Tooling.Equivalence;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo equiv OLD NEW</c>: do two sets of specs score the same, whatever the data?</summary>
internal static class EquivCommand
{
    public static Command Create(CliContext context)
    {
        var command = new Command("equiv", context.Texts.EquivDescription);
        var sides = ComparedSides.Argument(context.Texts);
        command.Arguments.Add(sides);
        command.SetAction(result => Run(result, sides, context));
        return command;
    }

    private static int Run(ParseResult result, Argument<string[]> argument, CliContext context)
    {
        var git = new GitRepository(context.Texts);
        if (!ComparedSides.TryParse(result, argument, git, context.Texts, out var sides, out var failure))
        {
            return context.Fail(failure);
        }

        context.Progress.Show(context.Texts.ReadingSpecs);
        if (!sides.Old.TryLoad(git, context, out var old, out failure) || !sides.New.TryLoad(git, context, out var current, out failure))
        {
            return context.Fail(failure);
        }

        if (old.Frameworks.Length + current.Frameworks.Length == 0)
        {
            return context.Fail(CommandFailure.Usage(context.Texts.NothingToCompare));
        }

        var checkedResult = EquivalenceChecker.Check(old, current);
        context.Progress.Clear();
        context.Out.Write(context.Texts.Equivalence(checkedResult));
        return checkedResult.Verdict == EquivalenceVerdict.Equivalent ? ExitCode.Fine : ExitCode.Problems;
    }
}
