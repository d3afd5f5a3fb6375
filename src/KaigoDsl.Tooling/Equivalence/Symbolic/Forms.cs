using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Tooling.Equivalence;

/// <summary>A truth value as a formula over comparisons of fractions with zero and over things that are simply true, false or unknown.</summary>
internal abstract record TruthForm
{
    public static TruthForm True { get; } = new TruthLeaf(true);

    public static TruthForm Unknown { get; } = new TruthLeaf(null);

    /// <summary>true, false, or unknown for all data.</summary>
    public sealed record TruthLeaf(bool? Value) : TruthForm;

    /// <summary>A fraction compared with zero; unknown where it has no value.</summary>
    public sealed record Comparison(Quotient Difference, BinaryOperator Operator) : TruthForm;

    /// <summary>An item, a truth column, or something that is not looked into.</summary>
    public sealed record Variable(string Name) : TruthForm;

    /// <summary>Whether a text is a literal; unknown where the text is missing.</summary>
    public sealed record TextIs(string Name, string Literal) : TruthForm;

    public sealed record Not(TruthForm Operand) : TruthForm;

    public sealed record Both(TruthForm Left, TruthForm Right) : TruthForm;

    /// <summary>ならば: unknown where the condition is.</summary>
    public sealed record Choice(TruthForm Condition, TruthForm WhenTrue, TruthForm WhenFalse) : TruthForm;
}

/// <summary>A quantity as a choice between fractions.</summary>
internal abstract record QuantityForm
{
    /// <summary>A fraction; <see langword="null"/> where there never is a value.</summary>
    public sealed record Leaf(Quotient? Value) : QuantityForm;

    /// <summary>Missing where the condition is unknown.</summary>
    public sealed record Branch(TruthForm Condition, QuantityForm WhenTrue, QuantityForm WhenFalse) : QuantityForm;
}
