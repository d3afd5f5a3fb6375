namespace KaigoDsl.Generators;

/// <summary>A <c>.kaigo</c> file as the build gives it.</summary>
/// <param name="Path">Its path, absolute in a build.</param>
/// <param name="Text">Its text.</param>
internal sealed record KaigoFile(string Path, string Text);
