namespace KaigoDsl.Compiler.Syntax;

/// <summary>A condition written as an expression.</summary>
public sealed class ExpressionConditionPartSyntax : HeaderPartSyntax
{
    internal ExpressionConditionPartSyntax(ExpressionSyntax condition)
        : base(SyntaxKind.ExpressionConditionPart, [condition])
    {
        Condition = condition;
    }

    /// <summary>The condition.</summary>
    public ExpressionSyntax Condition { get; }
}
