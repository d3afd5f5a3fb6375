using System.Collections.Immutable;
using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Syntax trees → symbols, across files: names first, then trees of nodes, then everything with expressions.</summary>
internal static class Binder
{
    public static BindingResult Bind(ImmutableArray<SyntaxTree> trees, Reporter reporter, CancellationToken cancellation)
    {
        var table = new DeclarationTable();
        var declarations = new DeclarationBinder(table, reporter);
        foreach (var tree in trees)
        {
            declarations.DeclareNames(tree.Root, tree.Source);
        }

        foreach (var tree in trees)
        {
            declarations.DeclareEntities(tree.Root, tree.Source);
        }

        declarations.DeclareConstants(trees);
        foreach (var tree in trees)
        {
            declarations.CheckReferences(tree.Root, tree.Source);
        }

        var frameworks = ImmutableArray.CreateBuilder<BoundFramework>();
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var syntax in tree.Root.Declarations.OfType<FrameworkDeclarationSyntax>())
            {
                var bound = new FrameworkBinder(table, declarations, reporter).Bind(syntax, tree.Source);
                DeclareFramework(table, reporter, bound.Symbol);
                frameworks.Add(bound);
            }
        }

        foreach (var bound in frameworks)
        {
            cancellation.ThrowIfCancellationRequested();
            new ConditionBinder(table, reporter, bound.Symbol).Bind(bound);
        }

        var tables = new TableBinder(table, reporter);
        foreach (var tree in trees)
        {
            tables.Declare(tree.Root, tree.Source);
        }

        var rules = new RuleSets(table, declarations, reporter);
        rules.Declare(trees);
        var allocations = new AllocationBinder(table, declarations, rules, reporter);
        foreach (var tree in trees)
        {
            allocations.Declare(tree.Root, tree.Source);
        }

        rules.Bind();
        allocations.Bind();

        var published = ImmutableArray.CreateBuilder<PublishedSymbol>();
        var tests = ImmutableArray.CreateBuilder<TestSymbol>();
        foreach (var tree in trees)
        {
            foreach (var declaration in tree.Root.Declarations)
            {
                if (declaration is PublishedDeclarationSyntax p && new PublishedBinder(table, reporter).Bind(p, tree.Source) is { } figures)
                {
                    published.Add(figures);
                }
                else if (declaration is TestDeclarationSyntax t && new TestBinder(table, declarations, rules, reporter).Bind(t, tree.Source) is { } test)
                {
                    tests.Add(test);
                }
            }
        }

        return new BindingResult(table, [.. rules.Symbols], published.ToImmutable(), tests.ToImmutable());
    }

    private static void DeclareFramework(DeclarationTable table, Reporter reporter, FrameworkSymbol framework)
    {
        if (framework.FiscalYear != 0 && table.FindFramework(framework.FiscalYear, framework.EntityLabel) is { } twin)
        {
            reporter.Report(
                Descriptors.DuplicateDeclaration,
                framework.Location,
                [Reporter.DeclaredHere(twin)],
                null,
                Hint.Of("評価体系", "The framework"),
                framework.Label);
        }

        table.Frameworks.Add(framework);
    }
}
