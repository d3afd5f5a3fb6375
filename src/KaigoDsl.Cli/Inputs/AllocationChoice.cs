using System.Diagnostics.CodeAnalysis;
using KaigoDsl.Compiler.Text;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary><c>配分.推進</c> as the NODE of a command: an allocation instead of a node, which often has the same label.</summary>
internal static class AllocationChoice
{
    private static readonly string[] s_prefixes = ["配分.", "allocation."];

    public static bool TryStrip(string? node, out string label)
    {
        var folded = CharacterFolding.Fold(node ?? string.Empty);
        var prefix = s_prefixes.FirstOrDefault(p => folded.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        label = prefix is null ? string.Empty : folded[prefix.Length..];
        return prefix is not null;
    }

    public static bool TryFind(
        AllocatedTable allocated,
        string label,
        Texts texts,
        [NotNullWhen(true)] out AllocationResult? result,
        [NotNullWhen(false)] out CommandFailure? failure)
    {
        var labels = allocated.Results.Select(static r => r.Plan.Label).ToArray();
        result = allocated.Results.FirstOrDefault(r => string.Equals(r.Plan.Label, label, StringComparison.Ordinal));
        failure = result is null ? CommandFailure.Usage(texts.UnknownAllocation(label, string.Join(texts.Separator, labels), NearestName.Find(label, labels))) : null;
        return failure is null;
    }
}
