using System.Text;
using KaigoDsl.Compiler;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;

namespace KaigoDsl.Cli;

/// <summary>What <c>kaigo check</c> says: every diagnostic with its caret line, then what the specs hold.</summary>
internal static class CheckText
{
    public static string Render(Compilation compilation, Texts texts, bool color)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in compilation.Diagnostics)
        {
            text.Append(Ansi.Paint(DiagnosticRenderer.Render(diagnostic, texts.Language), diagnostic.Severity, texts.Language, color)).Append('\n');
        }

        text.Append(texts.CheckSummary(
            compilation.Trees.Length,
            compilation.Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            compilation.Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning))).Append('\n');
        if (compilation.Plan is { } program)
        {
            foreach (var plan in program.Frameworks)
            {
                text.Append(Describe(plan, texts)).Append('\n');
            }

            if (program.Tests.Length > 0 || program.Published.Length > 0)
            {
                text.Append(texts.TestsAndFigures(program.Tests.Length, program.Published.Sum(static block => block.Values.Length + block.Amounts.Length))).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Counted as published: a shared group under every node that refers to it.</summary>
    public static (int Nodes, int Indicators, int Items) Count(FrameworkPlan plan)
    {
        var places = PlanTree.Walk(plan);
        return (
            places.Length,
            places.Count(static place => place.Node.Kind == NodeKind.Indicator),
            places.Count(static place => place.Node.Kind == NodeKind.Item));
    }

    private static string Describe(FrameworkPlan plan, Texts texts)
    {
        var (nodes, indicators, items) = Count(plan);
        return texts.FrameworkSummary(plan.Name, nodes, indicators, items, plan.Nodes[0].FullMark);
    }
}
