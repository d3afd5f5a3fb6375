namespace KaigoDsl.Compiler.Syntax;

/// <summary>高い方, 配点未確認, 得点入力 or 新設.</summary>
public sealed class FlagPartSyntax : HeaderPartSyntax
{
    internal FlagPartSyntax(SyntaxToken flag)
        : base(SyntaxKind.FlagPart, [flag])
    {
        Flag = flag;
    }

    /// <summary>Which.</summary>
    public SyntaxToken Flag { get; }
}
