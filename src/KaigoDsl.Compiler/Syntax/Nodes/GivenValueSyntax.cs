namespace KaigoDsl.Compiler.Syntax;

/// <summary><c>全項目 該当</c>, <c>推進.Ⅰ.体制.1.ア 非該当</c> or <c>PFS委託事業数 = 3件</c>.</summary>
public sealed class GivenValueSyntax : MemberSyntax
{
    internal GivenValueSyntax(PathSyntax target, SyntaxToken? equalsToken, SyntaxToken? answer, ExpressionSyntax? value)
        : base(SyntaxKind.GivenValue, new ChildListBuilder().Add(target).AddOptional(equalsToken).AddOptional(answer).AddOptional(value).ToChildren())
    {
        Target = target;
        EqualsToken = equalsToken;
        Answer = answer;
        Value = value;
    }

    /// <summary>What is given; 全項目 is a path of one label.</summary>
    public PathSyntax Target { get; }

    /// <summary>= before an expression.</summary>
    public SyntaxToken? EqualsToken { get; }

    /// <summary>該当, 非該当, 未実施 or 未報告.</summary>
    public SyntaxToken? Answer { get; }

    /// <summary>The value behind =.</summary>
    public ExpressionSyntax? Value { get; }
}
