using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>A published figure beside the computed one, as <c>kaigo verify</c> prints it.</summary>
/// <param name="Block">The block it is written in.</param>
/// <param name="About">What it is about: a node or an allocation.</param>
/// <param name="Statistic">Which figure.</param>
/// <param name="Published">As printed.</param>
/// <param name="Computed">In the same form; empty when not computable.</param>
/// <param name="Outcome">Whether they agree.</param>
internal sealed record VerifiedFigure(PublishedPlan Block, string About, string Statistic, string Published, string Computed, PublishedOutcome Outcome)
{
    /// <summary>Every figure about a framework and its allocations, those of each block together.</summary>
    public static ImmutableArray<VerifiedFigure> Of(ScoredFramework scored, Texts texts)
    {
        var nodes = PublishedCheck.Run(scored.Program, scored.Index, scored.Evaluation).Select(figure => new VerifiedFigure(
            figure.Block,
            figure.Node.Path.Length == 0 ? texts.Total : figure.Node.Path,
            texts.Statistic(figure.Value.Statistic),
            PublishedFigures.Published(figure.Value),
            PublishedFigures.Computed(figure),
            figure.Outcome));
        var blocks = scored.Program.Published.Where(block => block.Framework == scored.Index).ToArray();

        // Allocating the nation only to look at nothing would be the longest part of the work.
        var amounts = blocks.All(static block => block.Amounts.Count == 0)
            ? []
            : PublishedAmountCheck.Run(scored.Program, scored.Index, scored.Table, ProgramAllocator.Evaluate(scored.All, null, scored.Overrides))
                .Select(figure => new VerifiedFigure(
                    figure.Block,
                    figure.Place,
                    texts.AmountFigure(figure.Value.Kind),
                    YenText.Of(Rational.Create(figure.Value.Value.Numerator, figure.Value.Value.Denominator)),
                    figure.Computed.IsMissing ? string.Empty : YenText.Of(figure.Computed),
                    figure.Outcome));
        return [.. nodes.Concat(amounts).OrderBy(figure => Array.IndexOf(blocks, figure.Block))];
    }
}
