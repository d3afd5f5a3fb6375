using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Visits the parts of an expression.</summary>
internal static class ExpressionWalker
{
    /// <summary>The expression and everything inside it, outermost first; nothing for <see langword="null"/>. An aggregate's value belongs to another table and is not entered.</summary>
    public static IEnumerable<ExpressionPlan> Parts(ExpressionPlan? expression)
    {
        var open = new Stack<ExpressionPlan>();
        if (expression is not null)
        {
            open.Push(expression);
        }

        while (open.Count > 0)
        {
            var part = open.Pop();
            yield return part;
            switch (part)
            {
                case UnaryExpression unary:
                    open.Push(unary.Operand);
                    break;
                case BinaryExpression binary:
                    open.Push(binary.Right);
                    open.Push(binary.Left);
                    break;
                case ConditionalExpression conditional:
                    open.Push(conditional.WhenFalse);
                    open.Push(conditional.WhenTrue);
                    open.Push(conditional.Condition);
                    break;
                case CallExpression call:
                    for (var i = call.Arguments.Count - 1; i >= 0; i--)
                    {
                        open.Push(call.Arguments[i]);
                    }

                    break;
            }
        }
    }
}
