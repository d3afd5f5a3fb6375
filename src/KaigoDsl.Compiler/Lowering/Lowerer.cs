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

        var rules = bound.Rules.OrderBy(s => s.Framework is { } f ? layouts.IndexOf(f) : int.MaxValue).Select(symbol => new RulesLayout(
            symbol, symbol.Framework is { } framework ? layouts.Of(framework) : ColumnLayout.OfRules(symbol), layouts)).ToImmutableArray();
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

        if (frameworks.Count < layouts.Layouts.Length)
        {
            return null;
        }

        // Tests may speak of constants and step tables that no rule speaks of, and rules of constants that no framework does.
        var tests = bound.Tests.Select(t => LowerTest(t, layouts, rules)).ToImmutableArray();
        var allocations = new AllocationLowerer(rules).Lower(bound.Table.Allocations);
        var planned = rules.Select(r => new RulesLowerer(r, r.Symbol.Framework is { } f ? layouts.IndexOf(f) : -1).Lower()).ToImmutableArray();
        for (var i = 0; i < frameworks.Count; i++)
        {
            frameworks[i] = frameworks[i] with { Constants = layouts.Layouts[i].Constants.Select(FrameworkLowerer.LowerConstant).ToImmutableArray() };
        }

        var filled = InputSubstitutes.Fill(frameworks.ToImmutable());
        List<AllocationSymbol> ordered = [.. SpillOver.Order(bound.Table.Allocations, out _)];
        var published = bound.Published.Select(p => LowerPublished(p, layouts, ordered)).ToImmutableArray();
        return new ProgramPlan(filled, published, tests)
        {
            Rules = planned.Select(r => r.Framework < 0 ? r : r with { Columns = filled[r.Framework].Columns, Constants = filled[r.Framework].Constants })
                .ToImmutableArray(),
            Allocations = allocations,
            ShareTables = bound.Table.ShareTables.All.OrderBy(s => s.Location.Path, StringComparer.Ordinal).ThenBy(s => s.Location.Span.Start)
                .Select(RulesLowerer.Lower).ToImmutableArray(),
        };
    }

    internal static PlanLocation Locate(TextLocation location) => new(location.Path, location.Start.Line);

    // An expectation may name a constant that the framework itself does not use; it must have its place before the plan is made.
    private static void RegisterConstantsOfTests(BindingResult bound, LayoutSet layouts)
    {
        foreach (var test in bound.Tests)
        {
            if (test.Framework is not { } framework)
            {
                continue;
            }

            foreach (var constant in test.Expectations.SelectMany(e => e.Condition.SelfAndParts()).OfType<BoundConstant>())
            {
                layouts.Of(framework).ConstantOf(constant.Constant);
            }
        }
    }

    private static PublishedPlan LowerPublished(PublishedSymbol published, LayoutSet layouts, List<AllocationSymbol> allocations)
    {
        var layout = layouts.Of(published.Framework);
        return new PublishedPlan(
            layouts.IndexOf(published.Framework),
            published.Subject,
            published.Edition,
            published.Source,
            published.Figures
                .Select(f => new PublishedValue(layout.NodeOf(f.Node), f.Statistic, f.Value, f.Precision, Locate(f.Location)))
                .ToImmutableArray())
        {
            Amounts = published.Amounts
                .Select(f => new PublishedAmount(
                    allocations.IndexOf(f.Allocation),
                    f.Pool?.Index ?? -1,
                    f.Class is { } sizeClass ? f.Pool?.Sizes?.Classes.IndexOf(sizeClass) ?? -1 : -1,
                    f.Kind,
                    f.Value,
                    f.Precision,
                    Locate(f.Location)))
                .ToImmutableArray(),
        };
    }

    private static TestPlan LowerTest(TestSymbol test, LayoutSet layouts, ImmutableArray<RulesLayout> allRules)
    {
        var rules = allRules.FirstOrDefault(r => ReferenceEquals(r.Symbol, test.Rules));
        var layout = test.Framework is null ? null : layouts.Of(test.Framework);
        ColumnLayout table = layout ?? rules?.Table ?? throw new InvalidOperationException("A test without a table must not be lowered.");
        var expressions = rules?.Expressions
            ?? new ExpressionLowerer(table, layouts, score => layout?.NodeOf(score.Node) ?? -1, table);
        var givens = test.Givens.SelectMany(g => g switch
        {
            { Column: { } column } => [new TestGiven(table.ColumnOf(column), g.Cell)],
            { Node: { } node } => [new TestGiven(layout?.ColumnOf(node) ?? -1, g.Cell)],
            _ => layout?.Items.Select(i => new TestGiven(layout.ColumnOf(i), g.Cell)) ?? [],
        });
        var readsRules = layout is null
            || test.Expectations.SelectMany(e => e.Condition.SelfAndParts()).Any(p => p is BoundFormula or BoundDecision or BoundDecisionLabel or BoundStepLookup);
        return new TestPlan(
            test.Title,
            test.Framework is null ? -1 : layouts.IndexOf(test.Framework),
            givens.ToImmutableArray(),
            test.Expectations.Select(e => new TestExpectation(expressions.Lower(e.Condition), e.Text, Locate(e.Location))).ToImmutableArray(),
            Locate(test.Location))
        {
            Rules = readsRules && rules is not null ? allRules.IndexOf(rules) : -1,
        };
    }
}
