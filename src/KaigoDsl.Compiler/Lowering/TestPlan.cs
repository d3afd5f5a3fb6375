using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>A test (試験): a table of one entity and what must hold for it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Framework">Index into <see cref="ProgramPlan.Frameworks"/>; -1 for a test of the rules of an entity without one.</param>
/// <param name="Givens">Cells by column, in written order; later ones win. Columns not named are blank.</param>
/// <param name="Expectations">Truth expressions that must be true.</param>
/// <param name="Location">Where it is written.</param>
public sealed record TestPlan(
    string Title,
    int Framework,
    EquatableArray<TestGiven> Givens,
    EquatableArray<TestExpectation> Expectations,
    PlanLocation Location)
{
    /// <summary>Index into <see cref="ProgramPlan.Rules"/> when an expectation speaks of formulas or decisions; otherwise -1.</summary>
    public int Rules { get; init; } = -1;
}

/// <summary>One given cell of a test.</summary>
/// <param name="Column">Index into the framework's columns.</param>
/// <param name="Cell">The cell as a data file would have it, in the column's unit: <c>該当</c>, <c>3</c>, <c>7/2</c>.</param>
public sealed record TestGiven(int Column, string Cell);

/// <summary>One expectation of a test.</summary>
/// <param name="Condition">A truth expression over the framework.</param>
/// <param name="Text">As written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record TestExpectation(ExpressionPlan Condition, string Text, PlanLocation Location);
