using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>What differs between two programs in meaning, wording and figures. Empty exactly when they say the same.</summary>
public sealed class SpecDiff
{
    internal SpecDiff(ProgramPlan oldProgram, ProgramPlan newProgram, ImmutableArray<FrameworkPair> pairs, ImmutableArray<SpecChange> changes)
    {
        (Old, New, Pairs, Changes) = (oldProgram, newProgram, pairs, changes);
    }

    /// <summary>The old program.</summary>
    public ProgramPlan Old { get; }

    /// <summary>The new program.</summary>
    public ProgramPlan New { get; }

    /// <summary>The frameworks compared with each other, in the order of the new program.</summary>
    public ImmutableArray<FrameworkPair> Pairs { get; }

    /// <summary>The changes, pair by pair in the order of the new tree.</summary>
    public ImmutableArray<SpecChange> Changes { get; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>The most that any change matters; <see langword="null"/> when there is none.</summary>
    public ChangeSeverity? Severity => Changes.IsEmpty ? null : Changes.Max(static change => change.Kind.Severity);

    /// <summary>Compares two programs by what they mean; neither text nor order of declarations matters.</summary>
    /// <param name="oldProgram">The old program.</param>
    /// <param name="newProgram">The new program.</param>
    /// <param name="options">What is taken in; everything by default.</param>
    public static SpecDiff Compare(ProgramPlan oldProgram, ProgramPlan newProgram, DiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(oldProgram);
        ArgumentNullException.ThrowIfNull(newProgram);
        return new SpecComparer(oldProgram, newProgram, options ?? DiffOptions.Default).Compare();
    }
}
