namespace KaigoDsl.Compiler.Text;

/// <summary>A place as 0-based line and 0-based UTF-16 column; convert to 1-based only when shown to a person.</summary>
public readonly record struct LinePosition(int Line, int Character);
