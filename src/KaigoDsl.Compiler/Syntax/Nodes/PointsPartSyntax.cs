namespace KaigoDsl.Compiler.Syntax;

/// <summary>配点: <c>16点</c>.</summary>
public sealed class PointsPartSyntax : HeaderPartSyntax
{
    internal PointsPartSyntax(SyntaxToken number)
        : base(SyntaxKind.PointsPart, [number])
    {
        Number = number;
    }

    /// <summary>The number with its unit.</summary>
    public SyntaxToken Number { get; }
}
