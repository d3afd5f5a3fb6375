using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// The rules of one entity, bound to one of its frameworks: first every name is declared, then each rule is bound when it is first read,
/// so that types are known and the order in which rules are finished is one in which they can be evaluated. A circle is reported with
/// the names on it.
/// </summary>
internal sealed class RulesBinder(DeclarationTable table, Reporter reporter, RulesSymbol symbol)
{
    // Rules read each other by recursion; no rule of the Ministry's is a tenth as deep.
    private const int MaximumDepth = 100;

    private readonly Dictionary<RuleSymbol, Action> _pending = [];
    private readonly List<RuleSymbol> _open = [];
    private readonly HashSet<RuleSymbol> _failed = [];

    public RulesSymbol Symbol { get; } = symbol;

    /// <summary>How deep the expression is that made the rule being bound necessary.</summary>
    public int Depth { get; private set; }

    /// <summary>The labels of formulas and decisions.</summary>
    public IEnumerable<string> PublicNames =>
        Symbol.Formulas.Where(f => f.Owner is null).Select(f => f.Label).Concat(Symbol.Decisions.Select(d => d.Label));

    public ShareTableSymbol? FindShares(string label, SourceText source) => table.ShareTables.Find(label, source.Path, out _);

    /// <summary>The names of a rule or an allocation: declares its 入力, 値 and 順位, of which the last two are bound when they are read.</summary>
    public RuleScope OpenScope(string owner, IEnumerable<MemberSyntax> members, SourceText source)
    {
        var scope = new RuleScope(this, owner);
        foreach (var member in members)
        {
            switch (member)
            {
                case InputDeclarationSyntax { Label.IsMissing: false } input:
                    DeclareInput(scope, input, source);
                    break;
                case ValueDeclarationSyntax { Label.IsMissing: false } value:
                    DeclareValue(scope, owner, value, source);
                    break;
                case StandingDeclarationSyntax { Label.IsMissing: false } standing:
                    DeclareStanding(scope, owner, standing, source);
                    break;
            }
        }

        return scope;
    }

    /// <summary>Binds expressions that see a scope.</summary>
    public ExpressionBinder Expressions(RuleScope scope, SourceText source) =>
        new(table, reporter, source, Symbol.Framework, null, null, scope);

    public void Declare(DecisionDeclarationSyntax syntax, SourceText source)
    {
        if (syntax.Label.IsMissing)
        {
            return;
        }

        var decision = new DecisionSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source))
        {
            Documentation = HeaderParts.Documentation(syntax.Keyword),
        };
        ReadNotes(decision, syntax.Parts, syntax.Members);
        CheckNew(decision);
        Symbol.Decisions.Add(decision);
        var scope = OpenScope(decision.Label, syntax.Members, source);
        var clauses = new ClauseBinder(reporter, decision);
        foreach (var clause in syntax.Members.OfType<DecisionClauseSyntax>())
        {
            clauses.Declare(clause, source);
        }

        clauses.CheckOrder(syntax);
        _pending.Add(decision, () => clauses.Bind(Expressions(scope, source)));
    }

    public void Declare(FormulaDeclarationSyntax syntax, SourceText source)
    {
        if (syntax.Label.IsMissing)
        {
            return;
        }

        var label = LabelText.Of(syntax.Label);
        var formula = new FormulaSymbol(label, syntax.Label.At(source), null) { Documentation = HeaderParts.Documentation(syntax.Keyword) };
        var members = syntax.Body?.Members ?? [];
        ReadNotes(formula, [.. syntax.Parts, .. syntax.LaterParts, .. syntax.LastParts], members);
        CheckNew(formula);
        Symbol.Formulas.Add(formula);
        var results = members.OfType<FormulaResultSyntax>().ToArray();
        if (syntax.Body is not null && results.Length == 0)
        {
            reporter.Report(
                Descriptors.MissingPart, formula.Location, "`算式`", "`= …`",
                Hint.Of("本体の最後の行に `= 式` を書いてください。", "End the body with a line `= expression`."));
        }

        foreach (var second in results.Skip(1))
        {
            reporter.Report(
                Descriptors.DuplicateDeclaration, second.At(source),
                [new RelatedLocation(results[0].At(source), new LocalizedText("先の値", "the first value"))], null,
                Hint.Of("算式の値", "The value of"), label);
        }

        var scope = OpenScope(label, members, source);
        var value = syntax.Value ?? results.FirstOrDefault()?.Value;
        _pending.Add(formula, () => BindFormula(formula, syntax.Type, value, scope, source));
    }

    /// <summary>Binds everything that nothing has read yet.</summary>
    public void BindAll()
    {
        foreach (var rule in Symbol.Formulas.Concat<RuleSymbol>(Symbol.Standings).Concat(Symbol.Decisions).ToArray())
        {
            Read(rule, rule.Location, 0);
        }
    }

    /// <summary>Makes sure that a rule is bound before it is read; <see langword="false"/> when it cannot be (reported).</summary>
    public bool Read(RuleSymbol rule, TextLocation location, int depth)
    {
        if (_open.Contains(rule))
        {
            var names = _open.SkipWhile(r => !ReferenceEquals(r, rule)).Append(rule).Select(r => "`" + r.DisplayName + "`");
            reporter.Report(Descriptors.RuleCycle, location, string.Join(" → ", names));
            _failed.UnionWith(_open);
            return false;
        }

        if (_pending.TryGetValue(rule, out var bind))
        {
            if (_open.Count >= MaximumDepth)
            {
                reporter.Report(Descriptors.TooDeep, location, MaximumDepth);
                return false;
            }

            var before = Depth;
            Depth = depth;
            _pending.Remove(rule);
            _open.Add(rule);
            bind();
            _open.RemoveAt(_open.Count - 1);
            Depth = before;
            Symbol.Order.Add(rule);
        }

        return !_failed.Contains(rule);
    }

    private void BindFormula(FormulaSymbol formula, TypeSyntax? declared, ExpressionSyntax? value, RuleScope scope, SourceText source)
    {
        var bound = value is null ? new BoundError(formula.Location) : Expressions(scope, source).Bind(value);
        formula.Expression = bound;
        formula.Text = value is null ? string.Empty : CanonicalText.Of(value);
        formula.Type = bound.Type;
        if (declared is null)
        {
            formula.Unit = bound.Type is { Kind: ValueKind.Quantity, Dimension.IsNone: false } ? bound.Type.ToString() : string.Empty;
            return;
        }

        var (type, unit, factor, _) = new TypeBinder(table, reporter, source).Bind(declared);
        formula.Type = type;
        formula.Unit = unit;
        formula.UnitFactor = factor;
        if (type.IsError || bound.Type.IsError || type.Equals(bound.Type) || AreTexts(type, bound.Type))
        {
            return;
        }

        reporter.Report(
            Descriptors.FormulaTypeMismatch, bound.Location, [new RelatedLocation(declared.At(source), new LocalizedText("宣言", "declared here"))],
            null, formula.DisplayName, Describe(type, unit), Describe(bound.Type, string.Empty), AdviceOn(type, bound.Type));
    }

    private static bool AreTexts(Symbols.ValueType left, Symbols.ValueType right) => IsText(left) && IsText(right);

    private static bool IsText(Symbols.ValueType type) => type.Kind is ValueKind.Text or ValueKind.Enumeration or ValueKind.Reference;

    private static LocalizedText Describe(Symbols.ValueType type, string unit)
    {
        var text = unit.Length > 0 ? unit : type.ToString();
        return type.Kind == ValueKind.Quantity ? Hint.Of($"`{text}` の数量", $"a quantity of `{text}`") : Hint.Of($"`{text}`", $"`{text}`");
    }

    private static LocalizedText AdviceOn(Symbols.ValueType declared, Symbols.ValueType found) =>
        declared.Kind == ValueKind.Quantity && found.Kind == ValueKind.Quantity
            ? Hint.Of(
                $"差の `{found.Dimension.Over(declared.Dimension)}` を、単位を付けた数で割るか掛けて揃えてください（`8_000千円/団体 × 市町村数` など）。",
                $"They differ by `{found.Dimension.Over(declared.Dimension)}`; divide or multiply by a number with a unit (as in `8_000thousand_yen/entities × n`).")
            : Hint.None;

    private static void ReadNotes(Symbol symbol, IReadOnlyList<HeaderPartSyntax> parts, IEnumerable<MemberSyntax> members)
    {
        HeaderParts.ReadNotes(symbol, [.. parts]);
        foreach (var note in members.OfType<NoteClauseSyntax>())
        {
            HeaderParts.ReadNote(symbol, note.Note);
        }
    }

    // Formulas and decisions share one space of names with what their expressions could otherwise mean.
    private void CheckNew(RuleSymbol rule)
    {
        Symbol? twin = (Symbol?)Symbol.Decisions.Find(d => d.Label == rule.Label)
            ?? (Symbol?)Symbol.Formulas.Find(f => f.Owner is null && f.Label == rule.Label)
            ?? Symbol.FindDeclaredColumn(rule.Label);
        if (twin is not null)
        {
            ReportTwin(rule, twin, rule is DecisionSymbol ? Hint.Of("判定", "The decision") : Hint.Of("算式", "The formula"));
        }
    }

    private void ReportTwin(Symbol symbol, Symbol twin, LocalizedText sort) =>
        reporter.Report(Descriptors.DuplicateDeclaration, symbol.Location, [Reporter.DeclaredHere(twin)], null, sort, symbol.Label);

    private bool IsTaken(RuleScope scope, Symbol symbol, LocalizedText sort)
    {
        Symbol? twin = scope.Inputs.TryGetValue(symbol.Label, out var input) ? input
            : scope.Values.TryGetValue(symbol.Label, out var value) ? value
            : scope.Standings.TryGetValue(symbol.Label, out var standing) ? standing
            : null;
        if (twin is not null)
        {
            ReportTwin(symbol, twin, sort);
        }

        return twin is not null;
    }

    private void DeclareInput(RuleScope scope, InputDeclarationSyntax syntax, SourceText source)
    {
        var column = new TypeBinder(table, reporter, source).BindColumn(syntax.Label, syntax.Type, syntax.Parts, isInput: true);
        if (IsTaken(scope, column, Hint.Of("列", "The column")))
        {
            return;
        }

        if (column.Label == Symbol.Entity.KeyLabel || column.Label == Symbol.Entity.NameLabel)
        {
            ReportTwin(column, Symbol.Entity, Hint.Of("列", "The column"));
            return;
        }

        var own = Symbol.Inputs.Find(i => i.Label == column.Label);
        var known = own ?? Symbol.FindDeclaredColumn(column.Label);
        if (known is null)
        {
            Symbol.Inputs.Add(column);
        }
        else if (!known.Type.IsError && !column.Type.IsError && (!known.Type.Equals(column.Type) || known.UnitFactor != column.UnitFactor))
        {
            reporter.Report(
                Descriptors.ColumnConflict, column.Location, [Reporter.DeclaredHere(known)], null, column.Label,
                "`" + NameOf(column) + "`", "`" + NameOf(known) + "`");
        }
        else if (own is not null)
        {
            own.Title ??= column.Title;
            own.Assumptions.AddRange(column.Assumptions.Except(own.Assumptions, StringComparer.Ordinal).ToArray());
        }

        scope.Inputs.Add(column.Label, known ?? column);
    }

    private static string NameOf(ColumnSymbol column) => column.Unit.Length > 0 ? column.Unit : column.Type.ToString();

    private void DeclareValue(RuleScope scope, string owner, ValueDeclarationSyntax syntax, SourceText source)
    {
        var value = new FormulaSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source), owner)
        {
            Documentation = HeaderParts.Documentation(syntax.Keyword),
        };
        HeaderParts.ReadNotes(value, syntax.Parts);
        if (IsTaken(scope, value, Hint.Of("値", "The value")))
        {
            return;
        }

        scope.Values.Add(value.Label, value);
        Symbol.Formulas.Add(value);
        _pending.Add(value, () => BindFormula(value, syntax.Type, syntax.Value, scope, source));
    }

    private void DeclareStanding(RuleScope scope, string owner, StandingDeclarationSyntax syntax, SourceText source)
    {
        var standing = new StandingSymbol(LabelText.Of(syntax.Label), syntax.Label.At(source), owner);
        if (IsTaken(scope, standing, Hint.Of("順位", "The ranking")))
        {
            return;
        }

        scope.Standings.Add(standing.Label, standing);
        Symbol.Standings.Add(standing);
        _pending.Add(standing, () => BindStanding(standing, syntax, scope, source));
    }

    private void BindStanding(StandingSymbol standing, StandingDeclarationSyntax syntax, RuleScope scope, SourceText source)
    {
        var expressions = Expressions(scope, source);
        standing.Value = expressions.BindQuantity(syntax.Value);
        standing.Text = CanonicalText.Of(syntax.Value);
        var hasDirection = false;
        foreach (var option in syntax.Options)
        {
            switch (option)
            {
                case DirectionOptionSyntax direction:
                    hasDirection = true;
                    standing.Direction = direction.Direction.Kind == SyntaxKind.LowestFirstKeyword ? RankDirection.LowestFirst : RankDirection.HighestFirst;
                    break;
                case PopulationOptionSyntax population:
                    standing.Population = expressions.BindTruth(population.Condition);
                    break;
                default:
                    reporter.Report(
                        Descriptors.StandingMisused, option.At(source), Hint.Of(
                            "名前の付いた順位には `同点` と `端数` がありません。境は式で `全国順位 上位3割` のように比べます。",
                            "A named ranking has no `同点` and no `端数`; its tiers are comparisons in expressions, such as `全国順位 上位3割`."));
                    break;
            }
        }

        if (!hasDirection)
        {
            reporter.Report(
                Descriptors.MissingPart, syntax.Keyword.At(source), "`順位`", Hint.Of("向き", "direction"),
                Hint.Of("`高い順` か `低い順` を書いてください。", "Write `高い順` or `低い順`."));
        }
    }
}
