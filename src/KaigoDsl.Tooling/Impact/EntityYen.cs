using KaigoDsl.Runtime;

namespace KaigoDsl.Tooling.Impact;

/// <summary>What an entity is paid before and after, in 円.</summary>
/// <param name="Old">Before; missing when not known or the entity is not there.</param>
/// <param name="New">After; missing when not known or the entity is not there.</param>
public readonly record struct EntityYen(Rational Old, Rational New)
{
    /// <summary>Whether both are known.</summary>
    public bool IsCompared => !Old.IsMissing && !New.IsMissing;

    /// <summary>New less old; missing when either is not known.</summary>
    public Rational Difference => New - Old;
}
