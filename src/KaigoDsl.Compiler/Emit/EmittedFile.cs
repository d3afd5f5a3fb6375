namespace KaigoDsl.Compiler.Emit;

/// <summary>One printed C# file.</summary>
/// <param name="HintName">A file name unique in the compilation, ending in <c>.g.cs</c>.</param>
/// <param name="Text">Its text, with <c>\n</c> line ends.</param>
public sealed record EmittedFile(string HintName, string Text);
