using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>枠 syntax → its symbol: rule, sizes, participants and what is done to its amounts.</summary>
internal sealed class PoolBinder(
    DeclarationTable table, Reporter reporter, SourceText source, AmountBinder amounts, AllocationSymbol allocation, PoolSymbol pool)
{
    private readonly AmountRulesBinder _clauses = new(reporter, source, amounts, pool.Rules, pool, table, allocation, pool);
    private SyntaxToken? _rule;
    private ClassBudgetsClauseSyntax? _classBudgets;
    private SizeClauseSyntax? _sizes;

    public void Bind(PoolDeclarationSyntax syntax)
    {
        HeaderParts.ReadNotes(pool, syntax.Parts);
        pool.Budget = amounts.BindBudget(syntax.Parts, pool.Location, Hint.Of($"枠 `{pool.Label}` の予算額", $"The budget of the pool `{pool.Label}`"));
        if (syntax.Parts.OfType<WithheldPartSyntax>().FirstOrDefault() is { } withheld)
        {
            _rule = withheld.Keyword;
            pool.Rule = PoolRule.Withheld;
            pool.Reason = withheld.Reason is null ? null : StringLiteral.Unquote(withheld.Reason.Text);
        }

        foreach (var member in syntax.Body?.Members ?? [])
        {
            BindMember(member);
        }

        BindSizes();
        _clauses.Complete();
        CheckWithheld(syntax);
        if (pool.Rule is null && syntax.Body?.Members.OfType<SkippedMemberSyntax>().Any() is not true)
        {
            reporter.Report(
                Descriptors.MissingPart, pool.Location, Hint.Of($"枠 `{pool.Label}`", $"The pool `{pool.Label}`"), "`按分`・`均等`・`配分しない`",
                Hint.Of("`按分 得点 × 第1号被保険者数` のように、分け方を一つ書いてください。", "Write one rule, e.g. `按分 得点 × 第1号被保険者数`."));
        }
    }

    private void CheckWithheld(PoolDeclarationSyntax syntax)
    {
        if (pool.Rule != PoolRule.Withheld)
        {
            return;
        }

        // 按分 and 均等 are reported as second rules.
        foreach (var member in syntax.Body?.Members ?? [])
        {
            if (member is not (NoteClauseSyntax or ResidueClauseSyntax or ProportionalClauseSyntax or EqualClauseSyntax or SkippedMemberSyntax)
                && member.FirstToken is { } first)
            {
                reporter.Report(
                    Descriptors.MisplacedPart, first.At(source), SyntaxFacts.GetDisplayName(first.Kind), "配分しない",
                    Hint.Of("分けない枠には `残余` と注記だけを書けます。", "A pool that is not divided has only a `residue` and notes."));
            }
        }
    }

    private void BindMember(MemberSyntax member)
    {
        switch (member)
        {
            case NoteClauseSyntax note:
                HeaderParts.ReadNote(pool, note.Note);
                break;
            case ParticipantsClauseSyntax participants:
                HeaderParts.ReadNotes(pool, [.. participants.Notes]);
                if (_clauses.Claim(participants.Keyword))
                {
                    pool.Participants = amounts.Expressions.BindTruth(participants.Condition);
                }

                break;
            case SizeClauseSyntax sizes when _clauses.Claim(sizes.Keyword):
                _sizes = sizes;
                break;
            case ClassBudgetsClauseSyntax budgets when _clauses.Claim(budgets.Keyword):
                _classBudgets = budgets;
                break;
            case ProportionalClauseSyntax proportional:
                HeaderParts.ReadNotes(pool, [.. proportional.Notes]);
                if (ClaimRule(proportional.Keyword, PoolRule.Proportional))
                {
                    pool.Weight = amounts.Expressions.BindQuantity(proportional.Weight);
                    pool.WeightText = CanonicalText.Of(proportional.Weight);
                }

                break;
            case EqualClauseSyntax equal:
                HeaderParts.ReadNotes(pool, [.. equal.Notes]);
                if (ClaimRule(equal.Keyword, PoolRule.Equal))
                {
                    BindConditions(equal);
                }

                break;
            default:
                _clauses.Bind(member);
                break;
        }
    }

    private bool ClaimRule(SyntaxToken keyword, PoolRule rule)
    {
        if (_rule is null)
        {
            _rule = keyword;
            pool.Rule = rule;
            return true;
        }

        if (_rule.Kind == keyword.Kind)
        {
            AmountRulesBinder.ReportTwice(reporter, keyword.At(source), SyntaxFacts.GetDisplayName(keyword.Kind), _rule.At(source));
            return false;
        }

        reporter.Report(
            Descriptors.PoolRuleTwice,
            keyword.At(source),
            [new RelatedLocation(_rule.At(source), new LocalizedText("先の分け方", "the first rule"))],
            null,
            pool.Label, SyntaxFacts.GetDisplayName(_rule.Kind), SyntaxFacts.GetDisplayName(keyword.Kind));
        return false;
    }

    private void BindConditions(EqualClauseSyntax syntax)
    {
        foreach (var member in syntax.Body?.Members ?? [])
        {
            if (member is not EqualConditionSyntax { Label.IsMissing: false } condition)
            {
                continue;
            }

            var symbol = new EqualConditionSymbol(LabelText.Of(condition.Label), condition.Label.At(source));
            HeaderParts.ReadNotes(symbol, condition.Parts);
            if (pool.Conditions.Find(c => c.Label == symbol.Label) is { } twin)
            {
                reporter.Report(Descriptors.DuplicateLabel, symbol.Location, [Reporter.DeclaredHere(twin)], null, symbol.Label, pool.Label);
            }

            pool.Conditions.Add(symbol);
            if (condition.Parts.OfType<ExpressionConditionPartSyntax>().FirstOrDefault() is { } part)
            {
                symbol.Condition = amounts.Expressions.BindTruth(part.Condition);
                symbol.Text = CanonicalText.Of(part.Condition);
            }
            else if (!condition.Parts.Any(p => p is SkippedPartSyntax))
            {
                reporter.Report(
                    Descriptors.MissingPart, symbol.Location, Hint.Of($"条件 `{symbol.Label}`", $"The condition `{symbol.Label}`"), Hint.Of("式", "expression"),
                    Hint.Of("`条件 ① 全国順位 上位3割` のように書いてください。", "Write e.g. `条件 ① 全国順位 上位3割`."));
            }
        }
    }

    private void BindSizes()
    {
        if (_sizes is not null)
        {
            new SizesBinder(reporter, source, amounts, pool).Bind(_sizes, _classBudgets);
        }
        else if (_classBudgets is not null)
        {
            reporter.Report(
                Descriptors.MisplacedPart, _classBudgets.Keyword.At(source), "`規模別予算`", "枠",
                Hint.Of("`規模 … { 区分 … }` と一緒に書いてください。", "Write it together with `規模 … { 区分 … }`."));
        }
    }
}
