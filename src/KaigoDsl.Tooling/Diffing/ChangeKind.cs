using KaigoDsl.Compiler.Diagnostics;

namespace KaigoDsl.Tooling.Diffing;

/// <summary>A kind of change; <see cref="ChangeKinds"/> is the catalogue.</summary>
/// <param name="Code">Stable: <c>D</c> and three digits, never reused.</param>
/// <param name="Name">Stable short name for machines: <c>tier-share</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What has changed, as a noun phrase.</param>
public sealed record ChangeKind(string Code, string Name, ChangeSeverity Severity, LocalizedText Title);
