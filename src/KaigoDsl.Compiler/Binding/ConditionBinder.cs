using KaigoDsl.Compiler.Diagnostics;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Binds what needs every node to be known: 順位, conditions of items, 前提.</summary>
internal sealed class ConditionBinder(DeclarationTable table, Reporter reporter, FrameworkSymbol framework)
{
    public void Bind(BoundFramework bound)
    {
        foreach (var (node, syntax) in bound.Nodes)
        {
            BindRanking(node, syntax);
        }

        // Tiers look upwards for a 順位, so every one must be bound before.
        foreach (var (node, syntax) in bound.Nodes)
        {
            if (node.Kind == NodeKind.Item)
            {
                BindItem(node, syntax);
            }
        }
    }

    private ExpressionBinder ExpressionsAt(NodeSymbol node) => new(table, reporter, node.Location.Source, framework, node);

    private void BindRanking(NodeSymbol node, NodeDeclarationSyntax syntax)
    {
        if (node.Kind is not (NodeKind.Indicator or NodeKind.Series) || syntax.Body is null)
        {
            return;
        }

        foreach (var clause in syntax.Body.Members.OfType<RankingClauseSyntax>())
        {
            var source = node.Location.Source;
            if (node.Ranking is { } first)
            {
                reporter.Report(
                    Descriptors.DuplicateDeclaration,
                    clause.Keyword.At(source),
                    [new RelatedLocation(first.Location, new LocalizedText("先の `順位`", "the first `順位`"))],
                    null,
                    Hint.Of("順位", "The ranking of"),
                    node.Label);
                continue;
            }

            node.Ranking = BindRanking(node, clause, source);
        }
    }

    private RankingSymbol BindRanking(NodeSymbol node, RankingClauseSyntax clause, SourceText source)
    {
        var expressions = ExpressionsAt(node);
        RankDirection? direction = null;
        BoundExpression? population = null;
        var ties = TieRule.Include;
        var rounding = CountRounding.Down;
        foreach (var option in clause.Options)
        {
            switch (option)
            {
                case DirectionOptionSyntax d when !d.Direction.IsMissing:
                    direction = d.Direction.Kind == SyntaxKind.LowestFirstKeyword ? RankDirection.LowestFirst : RankDirection.HighestFirst;
                    break;
                case PopulationOptionSyntax p:
                    population = expressions.BindTruth(p.Condition);
                    break;
                case TieOptionSyntax t:
                    ties = t.Rule.Kind == SyntaxKind.ExcludeKeyword ? TieRule.Exclude : TieRule.Include;
                    break;
                case RoundingOptionSyntax r:
                    rounding = r.Rule.Kind switch
                    {
                        SyntaxKind.RoundUpKeyword => CountRounding.Up,
                        SyntaxKind.RoundNearestKeyword => CountRounding.Nearest,
                        _ => CountRounding.Down,
                    };
                    break;
            }
        }

        if (direction is null && !clause.Options.Any(o => o is DirectionOptionSyntax))
        {
            reporter.Report(
                Descriptors.MissingPart, clause.Keyword.At(source), "`順位`", Hint.Of("向き", "direction"),
                Hint.Of("`高い順` か `低い順` を書いてください。", "Write `高い順` or `低い順`."));
        }

        var value = expressions.BindQuantity(clause.Value);
        return new RankingSymbol(
            node, value, direction ?? RankDirection.HighestFirst, population, ties, rounding, CanonicalText.Of(clause.Value), clause.Keyword.At(source));
    }

    private void BindItem(NodeSymbol item, NodeDeclarationSyntax syntax)
    {
        var source = item.Location.Source;
        foreach (var part in syntax.Parts)
        {
            switch (part)
            {
                case TierConditionPartSyntax tier when item.Condition is null:
                    BindTier(item, tier, source);
                    break;
                case ExpressionConditionPartSyntax expression when item.Condition is null:
                    item.Condition = new BoundExpressionCondition(
                        ExpressionsAt(item.Parent ?? item).BindTruth(expression.Condition), expression.At(source));
                    break;
                case PrerequisitePartSyntax prerequisite:
                    BindPrerequisites(item, prerequisite, source);
                    break;
            }
        }
    }

    private void BindTier(NodeSymbol item, TierConditionPartSyntax syntax, SourceText source)
    {
        var location = syntax.At(source);
        if (syntax.Share.IsMissing)
        {
            return;
        }

        var share = ReadShare(syntax.Share);
        if (share is null && NumberLiteral.Parse(syntax.Share.Text).IsValid)
        {
            reporter.Report(Descriptors.BadShare, syntax.Share.At(source), syntax.Share.Text);
        }

        var ranking = item.SelfAndAncestors().Select(n => n.Ranking).FirstOrDefault(r => r is not null);
        if (ranking is null)
        {
            reporter.Report(Descriptors.TierOutsideRanking, location, syntax.ToString());
        }

        if (share is null || ranking is null)
        {
            if (ranking is not null)
            {
                ranking.HasBrokenTier = true;
            }

            item.Condition = new BoundExpressionCondition(new BoundError(location), location);
            return;
        }

        var side = syntax.Side.Kind == SyntaxKind.BottomKeyword ? TierSide.Bottom : TierSide.Top;
        item.Condition = new BoundTierCondition(ranking, side, share.Value, location);
        ranking.TierItems.Add(item);
    }

    private static ExactNumber? ReadShare(SyntaxToken token)
    {
        var literal = NumberLiteral.Parse(token.Text);
        if (!literal.IsValid || literal.Unit.Length == 0 || SyntaxFacts.FindUnit(literal.Unit) is not { Dimension: "" } unit)
        {
            return null;
        }

        var share = literal.Value * unit.Factor;
        return share.Sign > 0 && share <= ExactNumber.One ? share : null;
    }

    private void BindPrerequisites(NodeSymbol item, PrerequisitePartSyntax syntax, SourceText source)
    {
        foreach (var label in syntax.Items.OfType<LabelSyntax>().Where(l => !l.IsMissing))
        {
            var text = LabelText.Of(label);
            var siblings = item.SelfAndAncestors().Skip(1).TakeWhile(n => n.Kind is NodeKind.Series or NodeKind.Indicator)
                .SelectMany(n => n.Children).Where(c => c.Kind == NodeKind.Item && !ReferenceEquals(c, item)).ToArray();
            if (siblings.FirstOrDefault(s => s.Label == text) is { } found)
            {
                item.Prerequisites.Add(found);
                continue;
            }

            var near = NearestName.Find(text, siblings.Select(s => s.Label));
            reporter.Report(
                Descriptors.UnknownPrerequisite, label.At(source), [], Reporter.Replace(label.At(source), near), text,
                Hint.DidYouMean(near, Hint.Of("同じ指標か系列の項目を書いてください。", "Name an item of the same indicator or series.")));
        }
    }
}
