namespace KaigoDsl.Compiler.Syntax;

/// <summary>By what: 按分 for the amounts so far, or an expression.</summary>
public sealed class RedistributionWeightSyntax : RedistributionOptionSyntax
{
    internal RedistributionWeightSyntax(SyntaxToken? comma, SyntaxToken? proportional, ExpressionSyntax? weight)
        : base(SyntaxKind.RedistributionWeight, new ChildListBuilder().AddOptional(comma).AddOptional(proportional).AddOptional(weight).ToChildren())
    {
        Comma = comma;
        Proportional = proportional;
        Weight = weight;
    }

    /// <summary>,</summary>
    public SyntaxToken? Comma { get; }

    /// <summary>按分.</summary>
    public SyntaxToken? Proportional { get; }

    /// <summary>The weight.</summary>
    public ExpressionSyntax? Weight { get; }
}
