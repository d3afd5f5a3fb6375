using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Checked symbols → the plan.</summary>
internal static class Lowerer
{
    /// <summary>Reports circles of evaluation, also in a spec that has other errors; returns whether there are none.</summary>
    public static bool CheckOrder(BindingResult bound, Reporter reporter)
    {
        if (LayoutSet.Create(bound.Table.Frameworks, reporter) is not { } layouts)
        {
            return false;
        }

        var ordered = true;
        foreach (var layout in layouts.Layouts)
        {
            ordered &= new StepScheduler(layout, reporter).Schedule() is not null;
        }

        return ordered;
    }

    /// <summary>Plans a spec without errors.</summary>
    public static ProgramPlan? Lower(BindingResult bound, Reporter reporter, CancellationToken cancellation)
    {
        if (LayoutSet.Create(bound.Table.Frameworks, reporter) is not { } layouts)
        {
            return null;
        }

        RegisterConstantsOfTests(bound, layouts);
        var frameworks = ImmutableArray.CreateBuilder<FrameworkPlan>();
        foreach (var layout in layouts.Layouts)
        {
            cancellation.ThrowIfCancellationRequested();
            if (new FrameworkLowerer(layout, layouts, reporter).Lower() is { } plan)
            {
                frameworks.Add(plan);
            }
        }

        return frameworks.Count < layouts.Layouts.Length
            ? null
            : new ProgramPlan(
                InputSubstitutes.Fill(frameworks.ToImmutable()),
                bound.Published.Select(p => LowerPublished(p, layouts)).ToImmutableArray(),
                bound.Tests.Select(t => LowerTest(t, layouts)).ToImmutableArray());
    }

    internal static PlanLocation Locate(TextLocation location) => new(location.Path, location.Start.Line);

    // An expectation may name a constant that the framework itself does not use; it must have its place before the plan is made.
    private static void RegisterConstantsOfTests(BindingResult bound, LayoutSet layouts)
    {
        foreach (var test in bound.Tests)
        {
            foreach (var constant in test.Expectations.SelectMany(e => e.Condition.SelfAndParts()).OfType<BoundConstant>())
            {
                layouts.Of(test.Framework).ConstantOf(constant.Constant);
            }
        }
    }

    private static PublishedPlan LowerPublished(PublishedSymbol published, LayoutSet layouts)
    {
        var layout = layouts.Of(published.Framework);
        return new PublishedPlan(
            layouts.IndexOf(published.Framework),
            published.Subject,
            published.Edition,
            published.Source,
            published.Figures
                .Select(f => new PublishedValue(layout.NodeOf(f.Node), f.Statistic, f.Value, f.Precision, Locate(f.Location)))
                .ToImmutableArray());
    }

    private static TestPlan LowerTest(TestSymbol test, LayoutSet layouts)
    {
        var layout = layouts.Of(test.Framework);
        var expressions = new ExpressionLowerer(layout, layouts, score => layout.NodeOf(score.Node));
        var givens = test.Givens.SelectMany(g => g switch
        {
            { Column: { } column } => [new TestGiven(layout.ColumnOf(column), g.Cell)],
            { Node: { } node } => [new TestGiven(layout.ColumnOf(node), g.Cell)],
            _ => layout.Items.Select(i => new TestGiven(layout.ColumnOf(i), g.Cell)),
        });
        return new TestPlan(
            test.Title,
            layouts.IndexOf(test.Framework),
            givens.ToImmutableArray(),
            test.Expectations.Select(e => new TestExpectation(expressions.Lower(e.Condition), e.Text, Locate(e.Location))).ToImmutableArray(),
            Locate(test.Location));
    }
}
