using System.Collections.Immutable;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Rules;

/// <summary>An expression of a rule; its kind is known where it stands.</summary>
internal abstract record RuleExpr;

/// <summary>A number with a unit, as written.</summary>
internal sealed record Literal(string Digits, string Unit) : RuleExpr;

/// <summary>A column of the table.</summary>
internal sealed record Cell(int Column) : RuleExpr;

/// <summary>A formula, a 値 (by its path when read from elsewhere) or a decision as a truth value.</summary>
internal sealed record Read(string Rule) : RuleExpr;

/// <summary>判定.区分 = label, or ≠.</summary>
internal sealed record ClauseIs(string Decision, string Label, bool Negated) : RuleExpr;

/// <summary>Table.label.</summary>
internal sealed record Share(string Table, string Label) : RuleExpr;

/// <summary>table(argument).</summary>
internal sealed record Lookup(string Table, RuleExpr Argument) : RuleExpr;

/// <summary>The standing itself, its N, or a tier of it.</summary>
internal sealed record Place(string Standing, PlaceSort Sort, string Share) : RuleExpr;

internal enum PlaceSort
{
    Standing,
    Count,
    Top,
    Bottom,
}

/// <summary>An operator between two expressions.</summary>
internal sealed record Both(string Operator, RuleExpr Left, RuleExpr Right) : RuleExpr;

internal sealed record Negation(RuleExpr Operand) : RuleExpr;

/// <summary>最小, 最大 and the three roundings, whose second argument is a literal.</summary>
internal sealed record Apply(string Function, RuleExpr First, RuleExpr Second) : RuleExpr;

internal sealed record Choice(RuleExpr Condition, RuleExpr WhenTrue, RuleExpr WhenFalse) : RuleExpr;

/// <summary>算式, or a 値 of a decision.</summary>
/// <param name="Name">Label; a 値 is reached as <c>owner.label</c> from elsewhere.</param>
/// <param name="Unit">Its unit; <c>真偽</c> for a truth value.</param>
internal sealed record RuleFormula(string Name, string Unit, RuleExpr Value);

/// <summary>順位 inside a decision.</summary>
internal sealed record RuleStanding(string Name, RuleExpr Value, bool HighestFirst, RuleExpr? Population);

internal sealed record RuleClause(string Label, bool Met, RuleExpr? Condition);

internal sealed record RuleDecision(
    string Name, ImmutableArray<RuleFormula> Values, ImmutableArray<RuleStanding> Standings, ImmutableArray<RuleClause> Clauses);

/// <summary>段階 from yen to a ratio: boundaries as whole yen.</summary>
internal sealed record RuleSteps(string Name, ImmutableArray<(int Below, bool Included, string Value)> Rows, string Last);

internal sealed record RuleShares(string Name, ImmutableArray<(string Label, string Percent)> Shares);

/// <summary>Everything said about one entity.</summary>
/// <param name="Units">The columns: 円, 人 or 真偽.</param>
/// <param name="IsAttribute">By column, whether the entity declares it; the others are inputs of the rules that read them.</param>
internal sealed record RuleSpec(
    ImmutableArray<string> Units,
    ImmutableArray<bool> IsAttribute,
    ImmutableArray<RuleFormula> Formulas,
    ImmutableArray<RuleDecision> Decisions,
    ImmutableArray<RuleSteps> Steps,
    ImmutableArray<RuleShares> Shares)
{
    public static string ColumnName(int column) => "列" + column.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Cells by column and row; missing is <see langword="null"/>, a truth value 1 or 0.</summary>
internal sealed record RuleTable(int Count, ImmutableArray<ImmutableArray<Fraction?>> Columns);
