using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>The allocations that stand on a scored framework, carried out.</summary>
/// <param name="Scored">The framework.</param>
/// <param name="Results">Its allocations, in their order.</param>
internal sealed record AllocatedFramework(ScoredFramework Scored, ImmutableArray<AllocationResult> Results)
{
    public static bool TryCreate(
        ParseResult result,
        ScoringOptions options,
        CliContext context,
        [NotNullWhen(true)] out AllocatedFramework? allocated,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        allocated = null;
        return ScoredFramework.TryCreate(result, options, context, out var scored, out failure) && TryCreate(scored, context, out allocated, out failure);
    }

    public static bool TryCreate(
        ScoredFramework scored, CliContext context, [NotNullWhen(true)] out AllocatedFramework? allocated, [NotNullWhen(false)] out CommandFailure? failure)
    {
        context.Progress.Show(context.Texts.Allocating);
        var results = ProgramAllocator.Evaluate(scored.All, null, scored.Overrides)
            .OfType<AllocationResult>()
            .Where(r => r.Rules.Plan.Framework == scored.Index)
            .ToImmutableArray();
        context.Progress.Clear();
        allocated = results.IsEmpty ? null : new AllocatedFramework(scored, results);
        failure = results.IsEmpty ? CommandFailure.Problems(context.Texts.NoAllocation(scored.Plan.Name)) : null;
        return failure is null;
    }

    /// <summary>What stops: an allocation refused, or a certificate that does not hold.</summary>
    public CommandFailure? Failure(Texts texts)
    {
        var lines = Results.SelectMany(result => AllocationProblems.Describe(result, texts)).ToArray();
        return lines.Length == 0 ? null : CommandFailure.Problems(string.Join('\n', lines.Append(texts.NothingAllocated)));
    }
}
