using System.Collections.Immutable;
using KaigoDsl.Compiler.Binding;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Lowering;

/// <summary>Checked symbols → the plan.</summary>
internal static class Lowerer
{
    /// <summary>
    /// Lays out the frameworks and orders their evaluation; reports circles, also in a spec that has other errors, and then returns <see langword="null"/>.
    /// </summary>
    public static LayoutSet? Order(BindingResult bound, Reporter reporter)
    {
        if (LayoutSet.Create(bound.Table.Frameworks, reporter) is not { } layouts)
        {
            return null;
        }

        var ordered = true;
        foreach (var layout in layouts.Layouts)
        {
            ordered &= layout.Schedule(reporter);
        }

        return ordered ? layouts : null;
    }

    /// <summary>Plans a group of files without errors.</summary>
    /// <param name="input">The group.</param>
    /// <param name="numbers">The places that what it declares has in the program.</param>
    /// <param name="cancellation">Stops the work between frameworks.</param>
    public static GroupPlan Lower(LoweringInput input, GroupNumbers numbers, CancellationToken cancellation)
    {
        var bound = input.Bound;
        var layouts = input.Layouts.Numbered(numbers.Frameworks);
        var rules = input.Rules.Select(symbol => new RulesLayout(
            symbol, symbol.Framework is { } framework ? layouts.Of(framework) : ColumnLayout.OfRules(symbol), layouts)).ToImmutableArray();
        RegisterConstantsOfTests(bound, layouts);
        var frameworks = ImmutableArray.CreateBuilder<FrameworkPlan>();
        foreach (var layout in layouts.Layouts)
        {
            cancellation.ThrowIfCancellationRequested();
            frameworks.Add(new FrameworkLowerer(layout, layouts).Lower());
        }

        // Tests may speak of constants and step tables that no rule speaks of, and rules of constants that no framework does.
        var tests = bound.Tests.Select(t => (DeclaredPlace.Of(t.Location), LowerTest(t, layouts, rules, numbers))).ToImmutableArray();
        var allocations = new AllocationLowerer(rules, numbers).Lower(bound.Table.Allocations);
        var planned = rules.Select(r => new RulesLowerer(r, r.Symbol.Framework is { } f ? layouts.IndexOf(f) : -1).Lower()).ToImmutableArray();
        for (var i = 0; i < frameworks.Count; i++)
        {
            frameworks[i] = frameworks[i] with { Constants = layouts.Layouts[i].Constants.Select(FrameworkLowerer.LowerConstant).ToImmutableArray() };
        }

        var filled = InputSubstitutes.Fill(frameworks.ToImmutable(), numbers.Frameworks);
        var ordered = SpillOver.Order(bound.Table.Allocations, out _).Select((allocation, i) => (allocation, Number: numbers.Allocations[i]))
            .ToDictionary(a => a.allocation, a => a.Number);
        return new GroupPlan(
            numbers,
            filled,
            [.. planned.Zip(input.Rules, (plan, symbol) => symbol.Framework is { } framework ? OnTableOf(plan, filled[layouts.PositionOf(framework)]) : plan)],
            allocations,
            [.. bound.Published.Select(p => (DeclaredPlace.Of(p.Location), LowerPublished(p, layouts, ordered)))],
            tests,
            [.. bound.Table.ShareTables.All.Select(s => (DeclaredPlace.Of(s.Location), RulesLowerer.Lower(s)))]);
    }

    private static RulesPlan OnTableOf(RulesPlan rules, FrameworkPlan framework) => rules with { Columns = framework.Columns, Constants = framework.Constants };

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

    private static PublishedPlan LowerPublished(PublishedSymbol published, LayoutSet layouts, Dictionary<AllocationSymbol, int> allocations)
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
                    allocations[f.Allocation],
                    f.Pool?.Index ?? -1,
                    f.Class is { } sizeClass ? f.Pool?.Sizes?.Classes.IndexOf(sizeClass) ?? -1 : -1,
                    f.Kind,
                    f.Value,
                    f.Precision,
                    Locate(f.Location)))
                .ToImmutableArray(),
        };
    }

    private static TestPlan LowerTest(TestSymbol test, LayoutSet layouts, ImmutableArray<RulesLayout> allRules, GroupNumbers numbers)
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
            Rules = readsRules && rules is not null ? numbers.Rules[allRules.IndexOf(rules)] : -1,
        };
    }
}
