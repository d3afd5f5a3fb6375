using System.Collections.Immutable;

namespace KaigoDsl.Tooling.Impact;

/// <summary>The entities divided by one thing: by prefecture, by size class, in 過疎地域 or not.</summary>
/// <param name="Name">What divides them: a column of the data, or 規模.</param>
/// <param name="Groups">The groups; every entity whose difference is known is in exactly one.</param>
public sealed record GroupingImpact(string Name, ImmutableArray<GroupImpact> Groups);
