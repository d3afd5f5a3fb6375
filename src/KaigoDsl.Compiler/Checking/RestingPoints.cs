using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;

namespace KaigoDsl.Compiler.Checking;

/// <summary>The nodes whose points follow from no item (配点未確認, 得点入力) and decide, directly or through rules, who gets what.</summary>
internal static class RestingPoints
{
    public static IReadOnlyList<NodeSymbol> Of(AllocationSymbol allocation)
    {
        var found = new List<NodeSymbol>();
        var seen = new HashSet<Symbol>();
        var open = new Stack<BoundExpression>(allocation.Expressions.Reverse());
        foreach (var gate in allocation.Gates)
        {
            Push(gate.Decision);
        }

        while (open.Count > 0)
        {
            foreach (var part in open.Pop().SelfAndParts())
            {
                switch (part)
                {
                    case BoundScore score:
                        Collect(score.Node, seen, found);
                        break;
                    case BoundAggregate aggregate:
                        open.Push(aggregate.Value);
                        break;
                    case BoundFormula formula:
                        Push(formula.Formula);
                        break;
                    case BoundDecision decision:
                        Push(decision.Decision);
                        break;
                    case BoundDecisionLabel decision:
                        Push(decision.Decision);
                        break;
                    case BoundStanding standing:
                        Push(standing.Standing);
                        break;
                }
            }
        }

        return found;

        void Push(RuleSymbol rule)
        {
            if (!seen.Add(rule))
            {
                return;
            }

            foreach (var expression in rule.Expressions)
            {
                open.Push(expression);
            }
        }
    }

    private static void Collect(NodeSymbol root, HashSet<Symbol> seen, List<NodeSymbol> found)
    {
        var open = new Stack<NodeSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            if (node.Rule is ScoreRule.Input or ScoreRule.Unconfirmed)
            {
                found.Add(node);
                continue;
            }

            // The first on top.
            if (node.Reference is { } shared)
            {
                open.Push(shared);
            }

            for (var i = node.Terms.Count - 1; i >= 0; i--)
            {
                open.Push(node.Terms[i]);
            }

            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }
}
