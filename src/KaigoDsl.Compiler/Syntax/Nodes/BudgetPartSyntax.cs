namespace KaigoDsl.Compiler.Syntax;

/// <summary>The budget of an allocation, a 枠 or a 区分.</summary>
public sealed class BudgetPartSyntax : HeaderPartSyntax
{
    internal BudgetPartSyntax(ExpressionSyntax amount)
        : base(SyntaxKind.BudgetPart, new ChildListBuilder().Add(amount).ToChildren())
    {
        Amount = amount;
    }

    /// <summary>Yen.</summary>
    public ExpressionSyntax Amount { get; }
}
