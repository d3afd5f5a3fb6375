using System.Collections.Immutable;

namespace KaigoDsl.Differential.Tests.Model;

/// <summary>Changed copies of specs.</summary>
internal static class SpecEditing
{
    /// <summary>The spec with one node replaced, or left out for <see langword="null"/>.</summary>
    public static Spec WithNode(this Spec spec, int id, Func<Node, Node?> change) => spec with
    {
        Framework = Change(spec.Framework, id, change) ?? spec.Framework,
        SharedGroups = [.. spec.SharedGroups.Select(g => Change(g, id, change)).OfType<Node>()],
        Totals = [.. spec.Totals.Select(t => Change(t, id, change)).OfType<Node>()],
    };

    /// <summary>The spec with every node replaced, children first.</summary>
    public static Spec MapNodes(this Spec spec, Func<Node, Node?> change) => spec with
    {
        Framework = Map(spec.Framework, change) ?? spec.Framework,
        SharedGroups = [.. spec.SharedGroups.Select(g => Map(g, change)).OfType<Node>()],
        Totals = [.. spec.Totals.Select(t => Map(t, change)).OfType<Node>()],
    };

    /// <summary>The expression with every part replaced, innermost first.</summary>
    public static Expr Map(this Expr expression, Func<Expr, Expr> change) => change(expression switch
    {
        Negate e => new Negate(e.Operand.Map(change)),
        Not e => new Not(e.Operand.Map(change)),
        Binary e => e with { Left = e.Left.Map(change), Right = e.Right.Map(change) },
        Choose e => new Choose(e.Condition.Map(change), e.WhenTrue.Map(change), e.WhenFalse?.Map(change)),
        Extreme e => e with { Arguments = [.. e.Arguments.Select(a => a.Map(change))] },
        _ => expression,
    });

    private static Node? Change(Node node, int id, Func<Node, Node?> change) =>
        node.Id == id ? change(node) : node with { Children = Below(node.Children, c => Change(c, id, change)) };

    private static Node? Map(Node node, Func<Node, Node?> change) => change(node with { Children = Below(node.Children, c => Map(c, change)) });

    private static ImmutableArray<Node> Below(ImmutableArray<Node> children, Func<Node, Node?> change) => [.. children.Select(change).OfType<Node>()];
}
