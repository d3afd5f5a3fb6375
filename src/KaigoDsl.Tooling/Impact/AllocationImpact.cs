using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Runtime;
using KaigoDsl.Tooling.Diffing;

namespace KaigoDsl.Tooling.Impact;

/// <summary>One allocation (配分) before and after, in 円.</summary>
public sealed record AllocationImpact
{
    /// <summary>As written: 推進.</summary>
    public required string Label { get; init; }

    /// <summary>Year, entity and label of the new one; of the old one when it is gone.</summary>
    public required string Name { get; init; }

    /// <summary>Its title; <see langword="null"/> when it has none.</summary>
    public required string? Title { get; init; }

    /// <summary>Whether the old side has it.</summary>
    public required bool IsInOld { get; init; }

    /// <summary>Whether the new side has it.</summary>
    public required bool IsInNew { get; init; }

    /// <summary>Why it cannot be carried out under the old side; <see langword="null"/> when it can, or is not there.</summary>
    public LocalizedText? OldReason { get; init; }

    /// <summary>Why it cannot be carried out under the new side; <see langword="null"/> when it can, or is not there.</summary>
    public LocalizedText? NewReason { get; init; }

    /// <summary>What it pays to all rows of the old table together; 0 when it is not there, missing when it cannot be carried out.</summary>
    public required Rational OldTotal { get; init; }

    /// <summary>What it pays to all rows of the new table together; 0 when it is not there, missing when it cannot be carried out.</summary>
    public required Rational NewTotal { get; init; }

    /// <summary>By entity of <see cref="ImpactResult.Entities"/>.</summary>
    public required ImmutableArray<EntityYen> Entities { get; init; }

    /// <summary>Whether both sides are known, so that differences count; otherwise it is left out of every sum.</summary>
    public bool IsCompared => OldReason is null && NewReason is null;

    /// <summary>Names of the constants and rules that it reads on either side, directly or through others.</summary>
    internal ImmutableHashSet<string> Reads { get; init; } = [];

    /// <summary>How many entities get more from it than before.</summary>
    public int Gains => Entities.Count(static entity => entity.IsCompared && entity.Difference.Sign > 0);

    /// <summary>How many entities get less from it than before.</summary>
    public int Losses => Entities.Count(static entity => entity.IsCompared && entity.Difference.Sign < 0);

    /// <summary>Whether a change is of this allocation, or of a constant or a rule that it reads.</summary>
    internal bool IsAbout(SpecChange change)
    {
        var subject = change.Subject.Japanese;
        return string.Equals(subject, Name, StringComparison.Ordinal) || subject.StartsWith(Name + ".", StringComparison.Ordinal)
            || (!change.Kind.Code.StartsWith("D7", StringComparison.Ordinal) && (Reads.Contains(subject) || Reads.Contains(subject.Split('.')[0])));
    }
}
