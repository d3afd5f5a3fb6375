
namespace KaigoDsl.Compiler.Symbols;

/// <summary>Walking bound expressions.</summary>
internal static class BoundExpressionWalker
{
    /// <summary>The expressions written at a node: its ranking's and its condition's.</summary>
    public static IEnumerable<BoundExpression> Expressions(this NodeSymbol node) =>
        node.Ranking is null && node.Condition is not BoundExpressionCondition ? [] : Written(node);

    /// <summary>An expression and every part of it over the same rows; the value of an aggregate belongs to other rows and is not entered.</summary>
    public static IEnumerable<BoundExpression> SelfAndParts(this BoundExpression expression)
    {
        var pending = new Stack<BoundExpression>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            yield return part;
            switch (part)
            {
                case BoundUnary unary:
                    pending.Push(unary.Operand);
                    break;
                case BoundBinary binary:
                    pending.Push(binary.Right);
                    pending.Push(binary.Left);
                    break;
                case BoundConditional conditional:
                    pending.Push(conditional.WhenFalse);
                    pending.Push(conditional.WhenTrue);
                    pending.Push(conditional.Condition);
                    break;
                case BoundStepLookup lookup:
                    pending.Push(lookup.Argument);
                    break;
                case BoundCall call:
                    foreach (var argument in call.Arguments)
                    {
                        pending.Push(argument);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<BoundExpression> Written(NodeSymbol node)
    {
        if (node.Ranking is { } ranking)
        {
            yield return ranking.Value;
            if (ranking.Population is { } population)
            {
                yield return population;
            }
        }

        if (node.Condition is BoundExpressionCondition { Expression: var condition })
        {
            yield return condition;
        }
    }
}
