using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>The rules of a program: those of an entity once for each of its frameworks, or once on a table of their own.</summary>
internal sealed class RuleSets(DeclarationTable table, DeclarationBinder declarations, Reporter reporter)
{
    private readonly List<RulesBinder> _binders = [];

    /// <summary>The rules, in the order of their frameworks; those on a table of their own last.</summary>
    public IEnumerable<RulesSymbol> Symbols => _binders.Select(b => b.Symbol).OrderBy(s => s.Framework is null ? 1 : 0);

    /// <summary>Declares every formula and decision of all files; none is bound yet.</summary>
    public void Declare(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            foreach (var declaration in tree.Root.Declarations)
            {
                var label = (declaration as DecisionDeclarationSyntax)?.Entity ?? (declaration as FormulaDeclarationSyntax)?.Entity;
                if (label is null || label.IsMissing || declarations.FindEntity(label, tree.Source) is not { } entity)
                {
                    continue;
                }

                foreach (var binder in Of(entity, new RulesOrigin(false, label.At(tree.Source))))
                {
                    Declare(binder, declaration, tree.Source);
                }
            }
        }
    }

    /// <summary>Binds what is declared.</summary>
    public void Bind() => _binders.ForEach(b => b.BindAll());

    /// <summary>The rules on a framework's table, empty ones if need be.</summary>
    public RulesBinder Of(EntitySymbol entity, FrameworkSymbol? framework, RulesOrigin origin)
    {
        var binder = _binders.Find(b => ReferenceEquals(b.Symbol.Entity, entity) && ReferenceEquals(b.Symbol.Framework, framework));
        if (binder is null)
        {
            _binders.Add(binder = new RulesBinder(table, reporter, new RulesSymbol(entity, framework, origin)));
        }

        return binder;
    }

    /// <summary>The rules on a framework's table; <see langword="null"/> when there are none.</summary>
    public RulesBinder? Find(FrameworkSymbol framework) => _binders.Find(b => ReferenceEquals(b.Symbol.Framework, framework));

    /// <summary>The rules of an entity, of its latest framework; <see langword="null"/> when there are none.</summary>
    public RulesBinder? Find(EntitySymbol entity) =>
        _binders.Where(b => ReferenceEquals(b.Symbol.Entity, entity)).OrderByDescending(b => b.Symbol.Framework?.FiscalYear ?? 0).FirstOrDefault();

    private RulesBinder[] Of(EntitySymbol entity, RulesOrigin origin)
    {
        var frameworks = table.Frameworks.Where(f => ReferenceEquals(f.Entity, entity)).ToArray();
        return frameworks.Length == 0 ? [Of(entity, null, origin)] : [.. frameworks.Select(f => Of(entity, f, origin))];
    }

    private static void Declare(RulesBinder binder, DeclarationSyntax declaration, SourceText source)
    {
        if (declaration is DecisionDeclarationSyntax decision)
        {
            binder.Declare(decision, source);
        }
        else if (declaration is FormulaDeclarationSyntax formula)
        {
            binder.Declare(formula, source);
        }
    }
}
