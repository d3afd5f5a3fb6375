using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>配分 syntax → symbols: first every allocation with its 枠 and columns is declared, then the expressions are bound.</summary>
internal sealed class AllocationBinder(DeclarationTable table, DeclarationBinder declarations, RuleSets rules, Reporter reporter)
{
    private readonly List<(AllocationSymbol Symbol, AllocationDeclarationSyntax Syntax, RuleScope Scope, SourceText Source)> _declared = [];

    /// <summary>Declares the allocations of a file and the columns they read.</summary>
    public void Declare(CompilationUnitSyntax root, SourceText source)
    {
        foreach (var syntax in root.Declarations.OfType<AllocationDeclarationSyntax>())
        {
            Declare(syntax, source);
        }
    }

    /// <summary>Binds what is declared; the rules it reads are declared before.</summary>
    public void Bind()
    {
        foreach (var (symbol, syntax, scope, source) in _declared)
        {
            Bind(symbol, syntax, scope, source);
        }
    }

    private void Declare(AllocationDeclarationSyntax syntax, SourceText source)
    {
        var yearText = LabelText.Of(syntax.Year);
        if (!FiscalYearLiteral.TryParse(yearText, out var year))
        {
            if (!syntax.Year.IsMissing)
            {
                reporter.Report(Descriptors.BadFiscalYear, syntax.Year.At(source), yearText);
            }

            return;
        }

        if (syntax.Entity.IsMissing || syntax.Label.IsMissing || declarations.FindEntity(syntax.Entity, source) is not { } entity)
        {
            return;
        }

        var framework = table.FindFramework(year, entity.Label);
        if (framework is null && table.Frameworks.Find(f => ReferenceEquals(f.Entity, entity)) is not null)
        {
            var years = string.Join("・", table.Frameworks.Where(f => ReferenceEquals(f.Entity, entity)).Select(f => f.Label));
            reporter.Report(
                Descriptors.UnknownFramework, syntax.Year.At(source), yearText + " " + entity.Label,
                Hint.Of($"配分は同じ年度の評価体系の表に基づきます。あるのは {years} です。", $"An allocation stands on the table of the framework of its year. There are: {years}."));
            return;
        }

        var symbol = new AllocationSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source), year, entity.Label)
        {
            Documentation = HeaderParts.Documentation(syntax.Keyword),
        };
        HeaderParts.ReadNotes(symbol, syntax.Parts);
        if (table.Allocations.Find(a => a.FiscalYear == year && a.EntityLabel == entity.Label && a.Label == symbol.Label) is { } twin)
        {
            reporter.Report(
                Descriptors.DuplicateDeclaration, symbol.Location, [Reporter.DeclaredHere(twin)], null, Hint.Of("配分", "The allocation"), symbol.FullName);
            return;
        }

        var ground = rules.Of(entity, framework, new RulesOrigin(true, syntax.Entity.At(source)));
        symbol.Ground = ground.Symbol;
        table.Allocations.Add(symbol);
        DeclarePools(symbol, syntax, source);
        _declared.Add((symbol, syntax, ground.OpenScope(symbol.Label, syntax.Body.Members, source), source));
    }

    private void DeclarePools(AllocationSymbol symbol, AllocationDeclarationSyntax syntax, SourceText source)
    {
        foreach (var pool in syntax.Body.Members.OfType<PoolDeclarationSyntax>())
        {
            var label = LabelText.Of(pool.Label);
            if (!pool.Label.IsMissing && symbol.Pools.Find(p => p.Label == label) is { } twin)
            {
                reporter.Report(Descriptors.DuplicateLabel, pool.Label.At(source), [Reporter.DeclaredHere(twin)], null, label, symbol.Label);
            }

            symbol.Pools.Add(new PoolSymbol(label, pool.Label.At(source), symbol.Pools.Count));
        }

        if (symbol.Pools.Count == 0)
        {
            reporter.Report(
                Descriptors.MissingPart, symbol.Location, "`配分`", "`枠`",
                Hint.Of("`枠 全体 100千円 { 按分 … }` のように、分け方を書いてください。", "Write how the budget is divided: `枠 全体 100千円 { 按分 … }`."));
        }
    }

    private void Bind(AllocationSymbol symbol, AllocationDeclarationSyntax syntax, RuleScope scope, SourceText source)
    {
        var amounts = new AmountBinder(reporter, scope.Rules.Expressions(scope, source));
        symbol.Budget = amounts.BindBudget(syntax.Parts, symbol.Location, Hint.Of("`配分` の予算額", "The budget of `配分`"));
        var clauses = new AmountRulesBinder(reporter, source, amounts, symbol.Rules, symbol, table, symbol, null);
        var pool = 0;
        foreach (var member in syntax.Body.Members)
        {
            switch (member)
            {
                case NoteClauseSyntax note:
                    HeaderParts.ReadNote(symbol, note.Note);
                    break;
                case PoolDeclarationSyntax declaration:
                    new PoolBinder(table, reporter, source, amounts, symbol, symbol.Pools[pool]).Bind(declaration);
                    pool++;
                    break;
                case GateClauseSyntax gate:
                    BindGate(symbol, gate, scope, source);
                    break;
                case TransitionClauseSyntax transition:
                    BindTransition(symbol, transition, amounts, clauses, source);
                    break;
                default:
                    clauses.Bind(member);
                    break;
            }
        }

        clauses.Complete();
    }

    private void BindGate(AllocationSymbol symbol, GateClauseSyntax syntax, RuleScope scope, SourceText source)
    {
        HeaderParts.ReadNotes(symbol, [.. syntax.Notes]);
        if (syntax.Decision.IsMissing)
        {
            return;
        }

        var label = LabelText.Of(syntax.Decision);
        var location = syntax.Decision.At(source);
        if (scope.FindDecision(label) is not { } decision)
        {
            var near = NearestName.Find(label, scope.Rules.Symbol.Decisions.Select(d => d.Label));
            reporter.Report(
                Descriptors.UnknownDecision, location, [], Reporter.Replace(location, near), label, symbol.EntityLabel,
                Hint.DidYouMean(near, Hint.Of(
                    $"`判定 {label} {symbol.EntityLabel} {{ 該当 … 非該当 }}` を宣言してください。",
                    $"Declare `判定 {label} {symbol.EntityLabel} {{ 該当 … 非該当 }}`.")));
            return;
        }

        if (symbol.Gates.Find(g => ReferenceEquals(g.Decision, decision)) is { } first)
        {
            AmountRulesBinder.ReportTwice(reporter, syntax.At(source), Hint.Of($"交付要件 `{label}`", $"The gate `{label}`"), first.Location);
            return;
        }

        if (scope.Rules.Read(decision, location, 0))
        {
            var effect = syntax.Effect.Kind == SyntaxKind.LeaveUnpaidKeyword ? GateEffect.LeaveUnpaid : GateEffect.LeaveBase;
            symbol.Gates.Add(new GateSymbol(decision, effect, syntax.At(source)));
        }
    }

    private void BindTransition(
        AllocationSymbol symbol, TransitionClauseSyntax syntax, AmountBinder amounts, AmountRulesBinder clauses, SourceText source)
    {
        HeaderParts.ReadNotes(symbol, [.. syntax.Notes]);
        if (!clauses.Claim(syntax.Keyword))
        {
            return;
        }

        var previous = amounts.BindYen(syntax.Previous, Hint.Of("激変緩和の前年度の額", "Last year's amount"));
        var share = amounts.BindConstant(syntax.Share, Hint.Of("激変緩和の割合", "The share of last year's amount"));
        if (previous.Type.IsError || share.Type.IsError)
        {
            return;
        }

        var value = ConstantFolder.Fold(share);
        if (!share.Type.Dimension.IsNone || value is not { Sign: >= 0 } || value > ExactNumber.One)
        {
            reporter.Report(Descriptors.BadTransitionShare, share.Location, syntax.Share.ToString());
            return;
        }

        var text = CanonicalText.Of(syntax.Previous) + " " + CanonicalText.Of(syntax.Share) + (syntax.Normalised is null ? string.Empty : " 総額に合わせる");
        symbol.Transition = new TransitionSymbol(previous, share, syntax.Normalised is not null, text, syntax.At(source));
    }
}
