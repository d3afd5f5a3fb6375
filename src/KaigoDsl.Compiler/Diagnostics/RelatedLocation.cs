using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Diagnostics;

/// <summary>The other party of a diagnostic: where the thing it clashes with stands.</summary>
/// <param name="Location">The place.</param>
/// <param name="Note">What stands there.</param>
public sealed record RelatedLocation(TextLocation Location, LocalizedText Note);
