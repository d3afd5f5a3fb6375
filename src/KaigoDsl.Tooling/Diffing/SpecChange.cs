using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>One change between two programs.</summary>
public sealed record SpecChange
{
    /// <summary>What kind of change it is.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Index into <see cref="SpecDiff.Pairs"/> of the frameworks it lies between; -1 when it belongs to no pair.</summary>
    public required int Pair { get; init; }

    /// <summary>What changed, as people find it: a node's path in the new framework (in the old one when it is gone), a column, a constant.</summary>
    public required LocalizedText Subject { get; init; }

    /// <summary>The title of the subject; <see langword="null"/> when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The node in the old framework; -1 when there is none or the change is about no node.</summary>
    public int OldNode { get; init; } = -1;

    /// <summary>The node in the new framework; -1 when there is none or the change is about no node.</summary>
    public int NewNode { get; init; } = -1;

    /// <summary>The column in the old framework; -1 when the change is about none.</summary>
    public int OldColumn { get; init; } = -1;

    /// <summary>The column in the new framework; -1 when the change is about none.</summary>
    public int NewColumn { get; init; } = -1;

    /// <summary>What it was; <see langword="null"/> when it was not there.</summary>
    public LocalizedText? OldValue { get; init; }

    /// <summary>What it is; <see langword="null"/> when it is no longer there.</summary>
    public LocalizedText? NewValue { get; init; }

    /// <summary>Where it was written; no place when it was not there.</summary>
    public PlanLocation OldLocation { get; init; } = PlanLocation.None;

    /// <summary>Where it is written; no place when it is no longer there.</summary>
    public PlanLocation NewLocation { get; init; } = PlanLocation.None;

    /// <summary>The change in one sentence: subject, kind, old and new value.</summary>
    public LocalizedText Text => new(Say(MessageLanguage.Japanese), Say(MessageLanguage.English));

    private string Say(MessageLanguage language)
    {
        var japanese = language == MessageLanguage.Japanese;
        var subject = Subject.In(language);
        var values = (OldValue?.In(language), NewValue?.In(language)) switch
        {
            ({ } old, { } current) => $"{old} → {current}",
            var (old, current) => old ?? current ?? string.Empty,
        };
        var head = japanese ? $"{subject}：{Kind.Title.Japanese}" : $"{subject}: {Kind.Title.English}";
        return values.Length == 0 ? head : $"{head}  {values}";
    }
}
