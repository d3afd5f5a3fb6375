using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints the scores tree: a class per inner node, a property per child.</summary>
internal static class ScoresPrinter
{
    private const string Runtime = "global::KaigoDsl.Runtime.";

    public static string Print(TreeLayout layout, string @namespace)
    {
        var plan = layout.Plan;
        var writer = FilePrinter.Begin(plan.Name, @namespace);
        DocumentationPrinter.Summary(writer, plan.Name + " の得点。節ごとに、行の番号で引く。");
        writer.Line("/// <remarks>採点の関数に渡して使い回せる。不明な得点は <see cref=\"global::KaigoDsl.Runtime.ScoreColumn.Unknown\"/>。</remarks>");
        writer.Line(FilePrinter.GeneratedCode);
        writer.Open($"public sealed class {layout.ScoresType}");
        Constructor(writer, layout);
        writer.Line();
        writer.Line("/// <summary>行の数。まだ採点していなければ0。</summary>");
        writer.Line("public int Count => Board.Count;");
        writer.Line();
        writer.Line("/// <summary>同時に使うスレッドの最大数。指定しなければ1。得点はスレッドの数によらない。</summary>");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">1より小さい。</exception>");
        writer.Open("public int MaxDegreeOfParallelism");
        writer.Line("get => Board.MaxDegreeOfParallelism;");
        writer.Line("set => Board.MaxDegreeOfParallelism = value;");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>すべての節。評価体系が先頭で、仕様に書かれた順。</summary>");
        writer.Line($"public global::System.Collections.Immutable.ImmutableArray<{Runtime}ScoreNode> Nodes {{ get; }}");
        writer.Line();
        DocumentationPrinter.Node(writer, plan, 0);
        writer.Line($"public {Runtime}ScoreNode {CSharpText.Identifier(layout.Total)} {{ get; }}");
        foreach (var member in layout.Members(0))
        {
            Property(writer, layout, member);
        }

        writer.Line();
        writer.Line($"internal {Runtime}ScoreBoard Board {{ get; }}");
        foreach (var node in plan.Nodes)
        {
            if (node.Index > 0 && layout.Class(node.Index) is not null)
            {
                writer.Line();
                NodeClass(writer, layout, node);
            }
        }

        writer.Close();
        return writer.Finish();
    }

    private static void Constructor(IndentedWriter writer, TreeLayout layout)
    {
        var plan = layout.Plan;
        writer.Line("/// <summary>まだ採点していない、空の得点。</summary>");
        writer.Open($"public {layout.ScoresType}()");
        writer.Line($"Board = new {Runtime}ScoreBoard({CSharpText.Number(plan.SlotCount)}, {CSharpText.Number(plan.Rankings.Count)});");
        writer.Line($"{CSharpText.Identifier(layout.Total)} = {Leaf("Board", plan.Nodes[0])};");

        // Shared groups first: the nodes that refer to them pass their members on.
        var byNode = layout.Members(0).ToDictionary(member => member.Node);
        foreach (var root in layout.SharedRoots)
        {
            Assign(byNode[root]);
        }

        foreach (var member in layout.Members(0))
        {
            if (!layout.SharedRoots.Contains(member.Node))
            {
                Assign(member);
            }
        }

        writer.Line($"Nodes = global::System.Collections.Immutable.ImmutableArray.Create<{Runtime}ScoreNode>(new {Runtime}ScoreNode[]");
        writer.Line("{");
        writer.Indent();
        foreach (var node in plan.Nodes)
        {
            writer.Line(layout.Access(node.Index) + ",");
        }

        writer.Outdent();
        writer.Line("});");
        writer.Close();

        void Assign(TreeMember member) => writer.Line($"{CSharpText.Identifier(member.Name)} = {Create(layout, member, "this", "Board")};");
    }

    private static void Property(IndentedWriter writer, TreeLayout layout, TreeMember member)
    {
        writer.Line();
        DocumentationPrinter.Node(writer, layout.Plan, member.Node);
        writer.Line($"public {TypeOf(layout, member.Node)} {CSharpText.Identifier(member.Name)} {{ get; }}");
    }

    private static void NodeClass(IndentedWriter writer, TreeLayout layout, NodePlan node)
    {
        DocumentationPrinter.Node(writer, layout.Plan, node.Index);
        writer.Line(FilePrinter.GeneratedCode);
        writer.Open($"public sealed class {layout.Class(node.Index)} : {Runtime}ScoreNode");
        writer.Line($"internal {layout.Class(node.Index)}({layout.ScoresType} scores)");
        writer.Indent();
        writer.Line($": base({Arguments("scores.Board", node)})");
        writer.Outdent();
        writer.Line("{");
        writer.Indent();
        foreach (var member in layout.Members(node.Index))
        {
            var value = member.FromShared
                ? $"scores.{layout.Access(node.Reference)}.{CSharpText.Identifier(SharedName(layout, node, member))}"
                : Create(layout, member, "scores", "scores.Board");
            writer.Line($"{CSharpText.Identifier(member.Name)} = {value};");
        }

        writer.Close();
        foreach (var member in layout.Members(node.Index))
        {
            Property(writer, layout, member);
        }

        writer.Close();
    }

    private static string SharedName(TreeLayout layout, NodePlan reference, TreeMember member) =>
        layout.Members(reference.Reference).First(shared => shared.Node == member.Node).Name;

    private static string TypeOf(TreeLayout layout, int node) =>
        layout.Class(node) is { } name ? layout.ScoresType + "." + name : Runtime + "ScoreNode";

    private static string Create(TreeLayout layout, TreeMember member, string scores, string board) =>
        layout.Class(member.Node) is { } name ? $"new {layout.ScoresType}.{name}({scores})" : Leaf(board, layout.Plan.Nodes[member.Node]);

    private static string Leaf(string board, NodePlan node) => $"new {Runtime}ScoreNode({Arguments(board, node)})";

    private static string Arguments(string board, NodePlan node) =>
        $"{board}, {CSharpText.Number(node.Index)}, {CSharpText.Literal(node.Path)}, {CSharpText.Literal(node.Title ?? node.Label)}, {(node.FullMark is { } full ? CSharpText.Number(full) : "null")}";
}
