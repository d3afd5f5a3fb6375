namespace KaigoDsl.Compiler.Syntax;

/// <summary>One published figure: <c>推進.Ⅰ.体制.平均 49.5点</c>.</summary>
public sealed class PublishedValueSyntax : MemberSyntax
{
    internal PublishedValueSyntax(PathSyntax path, SyntaxToken? sign, SyntaxToken value)
        : base(SyntaxKind.PublishedValue, new ChildListBuilder().Add(path).AddOptional(sign).Add(value).ToChildren())
    {
        Path = path;
        Sign = sign;
        Value = value;
    }

    /// <summary>Node and statistic.</summary>
    public PathSyntax Path { get; }

    /// <summary>− of a negative figure.</summary>
    public SyntaxToken? Sign { get; }

    /// <summary>The figure as printed.</summary>
    public SyntaxToken Value { get; }
}
