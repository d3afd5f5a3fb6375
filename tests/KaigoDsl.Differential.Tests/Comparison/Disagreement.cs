namespace KaigoDsl.Differential.Tests.Comparison;

/// <summary>A place where the three do not say the same.</summary>
/// <param name="Where">Which node, ranking or item, by path, and what about it.</param>
/// <param name="Row">Which row.</param>
internal sealed record Disagreement(string Where, int Row, string Naive, string Engine, string Generated)
{
    public override string ToString() => $"{Where}, row {Row}: naive {Naive}, engine {Engine}, generated code {Generated}";
}
