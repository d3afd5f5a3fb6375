using System.Collections.Immutable;

namespace KaigoDsl.Differential.Tests.Model;

/// <summary>An expression of the tests' own model; section 6 of the language reference.</summary>
internal abstract record Expr
{
    /// <summary>The expressions directly inside.</summary>
    public virtual IEnumerable<Expr> Parts => [];

    public IEnumerable<Expr> SelfAndParts() => Parts.SelectMany(p => p.SelfAndParts()).Prepend(this);
}

/// <summary><c>12.5%</c>: digits as written and one of <see cref="Units"/>; empty for a bare number.</summary>
internal sealed record Number(string Digits, string Unit) : Expr
{
    public Fraction Value => Fraction.Parse(Digits) * Units.Factor(Unit);
}

internal sealed record YearLiteral(int Year) : Expr;

/// <summary>A date as <c>yyyy-MM-dd</c>.</summary>
internal sealed record DateLiteral(string Date) : Expr
{
    public Fraction Value => Fraction.Parse(Date.Replace("-", string.Empty, StringComparison.Ordinal));
}

internal sealed record TextLiteral(string Value) : Expr;

/// <summary>A bare member of the 種別.</summary>
internal sealed record MemberLiteral(string Value) : Expr;

internal sealed record TruthLiteral(bool Value) : Expr;

internal sealed record ConstantName(string Label) : Expr;

internal sealed record ColumnName(string Label) : Expr;

/// <summary>An item as a truth value.</summary>
internal sealed record ItemName(int Item) : Expr;

/// <summary><c>X.得点</c>, or <c>X.得点 除く この指標</c> when <paramref name="Without"/> is that indicator.</summary>
internal sealed record ScoreOf(int Node, int? Without = null) : Expr;

internal enum AggregateKind
{
    Sum,
    Mean,
    Median,
    Maximum,
    Minimum,
    Count,
    Share,
}

/// <summary>
/// <c>管内.市町村.… の平均</c> and its kin. The value speaks of the members' columns and nodes, but of the constants of the spec it stands
/// in; it is no part of the expression, for the parts of an expression are about one entity.
/// </summary>
/// <param name="Value"><see langword="null"/> for <c>管内.市町村 の件数</c>, which counts all.</param>
internal sealed record Aggregate(AggregateKind Kind, Expr? Value) : Expr;

internal sealed record Negate(Expr Operand) : Expr
{
    public override IEnumerable<Expr> Parts => [Operand];
}

internal sealed record Not(Expr Operand) : Expr
{
    public override IEnumerable<Expr> Parts => [Operand];
}

internal enum Op
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

internal sealed record Binary(Op Op, Expr Left, Expr Right) : Expr
{
    public override IEnumerable<Expr> Parts => [Left, Right];
}

/// <summary>c ならば a でなければ b.</summary>
internal sealed record Choose(Expr Condition, Expr WhenTrue, Expr? WhenFalse) : Expr
{
    public override IEnumerable<Expr> Parts => WhenFalse is null ? [Condition, WhenTrue] : [Condition, WhenTrue, WhenFalse];
}

/// <summary>最小(…) or 最大(…).</summary>
internal sealed record Extreme(bool IsMaximum, ImmutableArray<Expr> Arguments) : Expr
{
    public override IEnumerable<Expr> Parts => Arguments;
}
