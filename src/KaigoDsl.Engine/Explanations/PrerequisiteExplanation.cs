using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>前提: another item that must be met as well.</summary>
/// <param name="Path">The other item's path.</param>
/// <param name="Met">Whether it is.</param>
public sealed record PrerequisiteExplanation(string Path, Truth Met);
