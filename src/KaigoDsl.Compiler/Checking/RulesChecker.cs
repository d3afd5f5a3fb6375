using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Checking;

/// <summary>Checks that need all rules of an entity: decisions nobody can meet, inputs nothing reads.</summary>
internal sealed class RulesChecker(Reporter reporter, UsedColumns used)
{
    public void Check(RulesSymbol rules)
    {
        foreach (var decision in rules.Decisions)
        {
            CheckReachable(decision);
        }

        if (used.HasErrors)
        {
            return;
        }

        foreach (var input in rules.Inputs.Where(i => !used.Contains(i)))
        {
            reporter.Report(Descriptors.UnusedInput, input.Location, input.Label);
        }
    }

    /// <summary>Whether a decision can come out 該当 for nobody, whatever the data and the constants are.</summary>
    public static bool IsNeverMet(DecisionSymbol decision) =>
        !decision.Clauses.Any(c => c.Met && (c.Condition is null || Truth(c.Condition) != false));

    private void CheckReachable(DecisionSymbol decision)
    {
        if (!IsNeverMet(decision))
        {
            return;
        }

        var hint = !decision.Clauses.Exists(c => c.Met)
            ? Hint.Of("`該当` の区分がありません。", "It has no clause `met`.")
            : Hint.Of("`該当` の条件はどれも常に偽です。", "The condition of every `met` is always false.");
        reporter.Report(Descriptors.DecisionNeverMet, decision.Location, decision.Label, hint);
    }

    /// <summary>The truth of an expression whatever the data and the constants are; <see langword="null"/> when it depends on them.</summary>
    private static bool? Truth(BoundExpression expression) => expression switch
    {
        BoundTruth truth => truth.Value,
        BoundUnary { Operator: UnaryOperator.Not } not => !Truth(not.Operand),
        BoundBinary { Operator: BinaryOperator.And } and => Truth(and.Left) == false || Truth(and.Right) == false ? false : Truth(and.Left) & Truth(and.Right),
        BoundBinary { Operator: BinaryOperator.Or } or => Truth(or.Left) == true || Truth(or.Right) == true ? true : Truth(or.Left) | Truth(or.Right),
        BoundBinary comparison when !comparison.SelfAndParts().Any(p => p is BoundConstant) => Compare(comparison),
        _ => null,
    };

    private static bool? Compare(BoundBinary comparison)
    {
        if (ConstantFolder.Fold(comparison.Left) is not { } left || ConstantFolder.Fold(comparison.Right) is not { } right)
        {
            return null;
        }

        var order = left.CompareTo(right);
        return comparison.Operator switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            BinaryOperator.GreaterOrEqual => order >= 0,
            _ => null,
        };
    }
}
