using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>kaigo explain --entity CODE 配分.NAME</c>: why an entity is paid what it is paid, and with <c>--before</c> why that changed.</summary>
internal static class ExplainAllocation
{
    public static int Run(ParseResult result, ScoringOptions options, Wish wish, CliContext context)
    {
        if (!AllocatedTable.TryCreate(result, options, context, out var allocated, out var failure)
            || !AllocationChoice.TryFind(allocated, wish.Allocation, context.Texts, out var allocation, out failure)
            || !EntityFinder.TryFind(allocated.Table, wish.Entity, context.Texts, out var row, out failure))
        {
            return context.Fail(failure);
        }

        if (allocated.Failure(context.Texts) is { } refused)
        {
            return context.Fail(refused);
        }

        AllocationChange? change = null;
        if (wish.Before is { } path && !TryCompare(allocated, allocation, path, row, context, out change, out failure))
        {
            return context.Fail(failure);
        }

        var explanation = AllocationExplanation.Create(allocation, row);
        context.Out.Write(wish.Format == "json"
            ? ExplainAllocationJson.Render(allocated, explanation, change)
            : new ExplainAllocationText(allocated, explanation, context.Texts).Render(change));
        return ExitCode.Fine;
    }

    /// <summary>The same specs and constants over other data.</summary>
    private static bool TryCompare(
        AllocatedTable allocated,
        AllocationResult after,
        string path,
        int row,
        CliContext context,
        [NotNullWhen(true)] out AllocationChange? change,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        (change, failure) = (null, null);
        if (!File.Exists(path))
        {
            failure = CommandFailure.Usage(context.Texts.PathMissing(path));
            return false;
        }

        if (!allocated.TryRepeat(path, context, out var earlier, out failure))
        {
            return false;
        }

        if (earlier.Failure(context.Texts) is { } refused)
        {
            failure = refused;
            return false;
        }

        try
        {
            change = AllocationChange.Create(earlier.Results.First(r => r.Plan.Index == after.Plan.Index), after, after.Table.Key(row));
            return true;
        }
        catch (ArgumentException problem)
        {
            failure = CommandFailure.Problems(context.Texts.NotComparable(problem.Message));
            return false;
        }
    }

    /// <summary>What was asked for.</summary>
    /// <param name="Entity">Code or name.</param>
    /// <param name="Allocation">Label of the allocation.</param>
    /// <param name="Before">Data of the earlier run; <see langword="null"/> when no change is asked for.</param>
    /// <param name="Format">text or json.</param>
    internal sealed record Wish(string Entity, string Allocation, string? Before, string Format);
}
